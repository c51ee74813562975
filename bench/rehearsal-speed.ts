import { rehearsalSummary } from '../store/rehearsal/rehearsal-summary.ts';
import { type BenchDuban, wholeNotice } from './bench-duban.ts';
import { rounded } from './quantiles.ts';
import { rehearseOrdinary } from './rehearse.ts';

/** How fast the year of the whole notice is played, by its own people, on its own workflows. */
export interface RehearsalFigures {
  readonly events: number;
  readonly seconds: number;
  readonly eventsPerSecond: number;
  /** The same for every run of the same rules: a faster rehearsal that changes it is another rehearsal. */
  readonly yearDigest: string;
}

/** Plays the ordinary year of the notice of the demonstration. */
export async function rehearsalFigures(duban: BenchDuban): Promise<RehearsalFigures> {
  const { planId, elapsedMs } = await rehearseOrdinary(duban, wholeNotice());
  const { events, yearDigest } = await rehearsalSummary(duban.store, planId);
  const seconds = elapsedMs / 1000;
  return { events, seconds: rounded(seconds), eventsPerSecond: rounded(events / seconds), yearDigest };
}
