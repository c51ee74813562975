import { readAnew } from '../../http/readings.ts';
import { ask } from '../../http/request.ts';

/** Registers entries under the id of the form's act, and reads the registry anew wherever it is shown. */
export async function postEntries(actId: string, entries: Readonly<Record<string, unknown>>): Promise<void> {
  await ask<'registerEntries'>('post', '/api/registry', { body: { actId, ...entries } });
  await readAnew('/api/registry');
}
