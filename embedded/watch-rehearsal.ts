import { type Instant, dayOf } from '../domain/instant.ts';
import { lightNames } from '../domain/task/light-sentence.ts';
import type { Light } from '../domain/task/task-state.ts';
import { type PlanCounts, planCounts } from '../store/plan/plan-counts.ts';
import { readPlanClock } from '../store/plan/plan-clock.ts';
import type { Store } from '../store/store.ts';

/** Where a rehearsal stands, as the progress line shows it. */
export interface Progress {
  readonly instant: Instant;
  readonly counts: PlanCounts;
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
  for (;;) {
    const over = await isOver();
    const clock = await readPlanClock(store, planId);
    if (clock.clock === 'real') return;
    if (dayOf(clock.instant) !== shown) {
      shown = dayOf(clock.instant);
      onProgress({ instant: clock.instant, counts: await planCounts(store, planId) });
    }
    if (over) return;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

const pollMs = 500;

/** One line: the plan's day, events, letters, mails, lights. */
export function progressLine({ instant, counts }: Progress): string {
  const { events, letters, mails, lights } = counts;
  const lit = Object.entries(lights).map(([light, count]) => `${lightNames[light as Light]} ${count}`);
  const sent = (mails['accepted'] ?? 0) + (mails['ambiguous'] ?? 0);
  return `${dayOf(instant)}　留痕 ${events} 条　消息 ${letters} 条　邮件 ${sent} 封　${lit.join(' ')}`;
}
