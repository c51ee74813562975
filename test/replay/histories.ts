import { readFileSync, readdirSync } from 'node:fs';
import type { WorkflowBundleOption } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';

const folder = new URL('./histories/', import.meta.url);

/** A run as it was recorded; its name is `<workflow type>.<what happened>`. Never edited. */
export interface RecordedHistory {
  readonly name: string;
  readonly type: string;
  readonly history: unknown;
}

/** Every recorded run, by name. */
export function recordedHistories(): readonly RecordedHistory[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const name = file.slice(0, -'.json'.length);
      return { name, type: name.split('.')[0] ?? '', history: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) };
    });
}

/** Replays the runs on the workflow code of a bundle and says which of them it cannot continue, and why. */
export async function replayFailures(
  bundle: WorkflowBundleOption,
  recorded: readonly RecordedHistory[],
): Promise<readonly string[]> {
  const runs = recorded.map(({ name, history }) => ({ workflowId: name, history }));
  const failures: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: bundle }, runs)) {
    if (error) failures.push(`${workflowId}: ${error.message}`);
  }
  return failures;
}
