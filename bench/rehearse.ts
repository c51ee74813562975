import { importRehearsal, play } from '../cli/play.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import { readScenario } from '../seeds/scenario-files.ts';
import type { ImportedNotice } from '../store/plan/import-plan.ts';
import type { BenchDuban } from './bench-duban.ts';

/** Imports a notice and plays the ordinary year on it, up to and including a day; the plan, and how long the playing took. */
export async function rehearseOrdinary(
  duban: BenchDuban,
  notice: ImportedNotice,
  until: PlainDate | null = null,
): Promise<{ readonly planId: string; readonly elapsedMs: number }> {
  const { planId } = await importRehearsal(duban.store, notice, readScenario('ordinary'));
  const elapsedMs = await play(duban, { planId, people: true, until, onProgress: () => {} });
  return { planId, elapsedMs };
}
