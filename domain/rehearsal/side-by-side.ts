import type { Instant } from '../instant.ts';
import type { PersonAct, PlannedAct } from '../act/person-act.ts';
import type { ReturnName } from '../act/return-act.ts';
import type { RehearsalView } from './rehearsal-view.ts';

/**
 * The first acts that are due at the instant and may be done together, because none of them sees or touches what another one changes:
 * the same thing done by different units, on returns of different tasks. Each chain gets its events in the same order as if they were
 * done one after another, and nobody gets an urgent letter from two of them.
 */
export function actsSideBySide(
  acts: readonly PlannedAct[],
  view: Pick<RehearsalView, 'returns' | 'reviews'>,
  instant: Instant,
): readonly PlannedAct[] {
  const together: PlannedAct[] = [];
  const touched = new Set<string>();
  for (const planned of acts) {
    const things = thingsOf(planned.act, view);
    const [first] = together;
    if (planned.at > instant) break;
    if (first !== undefined && natureOf(first.act) !== natureOf(planned.act)) break;
    if (first !== undefined && (things === null || things.some((thing) => touched.has(thing)))) break;
    together.push(planned);
    if (things === null) break;
    for (const thing of things) touched.add(thing);
  }
  return together;
}

/** Whether the act goes into the plan's own chain, where the order of arrival is the order of events. */
export function isOnPlanChain({ type }: PersonAct): boolean {
  return type === 'answerConsultation' || type === 'receiptNotice';
}

// Names of what an act touches; null for what is done alone.
function thingsOf(act: PersonAct, view: Pick<RehearsalView, 'returns' | 'reviews'>): readonly string[] | null {
  if (act.type === 'answerConsultation' || act.type === 'receiptNotice') return [act.unitId];
  if (act.type === 'saveRows' || act.type === 'askHeadApproval') return [act.of.unitId];
  if (act.type === 'submitReturn') return [act.of.unitId, ...tasksOf(view.returns, act.of)];
  if (act.type === 'reviewReturn') return [act.of.unitId, ...tasksOf(view.reviews, act.of)];
  // Everything else may be seen by others at once, or draw a number: one after the other.
  return act.type === 'endTask' || act.type === 'decideEndings' ? [act.taskId] : null;
}

function natureOf(act: PersonAct): string {
  return 'of' in act ? `${act.type} ${act.of.kind} ${act.of.period}` : act.type;
}

type WithRows = ReturnName & { readonly rows: readonly { readonly taskId: string }[] };

function tasksOf(all: readonly WithRows[], { unitId, kind, period }: ReturnName): readonly string[] {
  const found = all.find((each) => each.unitId === unitId && each.kind === kind && each.period === period);
  return (found?.rows ?? []).map(({ taskId }) => taskId);
}
