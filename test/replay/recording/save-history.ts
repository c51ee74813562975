import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

const folder = new URL('../histories/', import.meta.url);

/** Which run to keep, and under which name: `<workflow type>.<what happened>`. */
export interface KeptRun {
  readonly name: string;
  readonly workflowId: string;
  readonly runId?: string;
}

/** Keeps a run's history and says how long it is. One that is there already stays: it stands for the runs that were begun on the code of its day. */
export async function saveHistory(client: Client, { name, workflowId, runId }: KeptRun): Promise<number> {
  const file = new URL(`${name}.json`, folder);
  const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const { length } = history.events ?? [];
  if (existsSync(file)) return length;
  mkdirSync(folder, { recursive: true });
  const kept: unknown = JSON.parse(historyToJSON(history), withoutPlace);
  writeFileSync(file, `${JSON.stringify(kept)}\n`);
  return length;
}

// Who ran it, and where the program lay, say nothing about what happened; no replay looks at them.
function withoutPlace(key: string, value: unknown): unknown {
  if (key === 'identity') return 'recorded';
  if (key === 'stackTrace') return '';
  if (key === 'encodedAttributes' && isPayload(value)) return { ...value, data: withoutTrace(value.data) };
  return value;
}

function isPayload(value: unknown): value is { readonly data: string } {
  return typeof value === 'object' && value !== null && 'data' in value && typeof value.data === 'string';
}

function withoutTrace(base64: string): string {
  const attributes = JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as Readonly<Record<string, unknown>>;
  return Buffer.from(JSON.stringify({ ...attributes, stack_trace: '' })).toString('base64');
}
