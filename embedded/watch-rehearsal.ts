import { type Instant, dayOf } from '../domain/instant.ts';
import { lightNames } from '../domain/task/light-sentence.ts';
import type { Light } from '../domain/task/task-state.ts';
import { type PlanCounts, planCounts } from '../store/plan/plan-counts.ts';
import { type Landmark, landmarkLine, landmarks } from '../store/rehearsal/landmarks.ts';
import { readPlanClock } from '../store/plan/plan-clock.ts';
import type { Store } from '../store/store.ts';

/** Where a rehearsal stands, as the progress line shows it. */
export interface Progress {
  readonly instant: Instant;
  readonly counts: PlanCounts;
  /** What happened since the last line. */
  readonly landmarks: readonly Landmark[];
}

/** Watches a rehearsal until `isOver` says so; `onProgress` hears of each plan day once, with the figures of that moment. */
export async function watchRehearsal(
  store: Store,
  planId: string,
  {
    onProgress,
    isOver,
  }: { readonly onProgress: (progress: Progress) => void; readonly isOver: () => Promise<boolean> },
): Promise<void> {
  let shown = '';
  let told: number | null = null;
  for (;;) {
    const over = await isOver();
    const clock = await readPlanClock(store, planId);
    if (clock.clock === 'real') return;
    if (dayOf(clock.instant) !== shown) {
      const day = dayOf(clock.instant);
      shown = day;
      const all = await landmarks(store, planId, day);
      onProgress({
        instant: clock.instant,
        counts: await planCounts(store, planId),
        landmarks: all.slice(told ?? all.length),
      });
      told = all.length;
    }
    if (over) return;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

const pollMs = 500;

/** What happened, a line each, and one line with the plan's day, events, letters, mails, lights. */
export function progressLines({ instant, counts, landmarks: happened }: Progress): readonly string[] {
  const { events, letters, mails, lights } = counts;
  const lit = Object.entries(lights).map(([light, count]) => `${lightNames[light as Light]} ${count}`);
  const sent = (mails['accepted'] ?? 0) + (mails['ambiguous'] ?? 0);
  const day = `${dayOf(instant)}　留痕 ${events} 条　消息 ${letters} 条　邮件 ${sent} 封　${lit.join(' ')}`;
  return [...happened.map((each) => `★ ${landmarkLine(each)}`), day];
}
