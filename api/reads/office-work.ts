import type { PlanCounts } from '../../store/plan/plan-counts.ts';
import type { PlanState } from '../../domain/plan/plan-state.ts';
import { loadChain } from '../../store/ledger/load.ts';
import { listObjections } from '../../store/objection/read-objections.ts';
import { planOrders } from '../../store/order/read-orders.ts';
import type { PlanLine } from '../../store/plan/plans.ts';
import { type EndingLine, endingLines } from '../../store/read/endings.ts';
import { reviewsWaiting } from '../../store/return/owed-obligations.ts';
import type { Store } from '../../store/store.ts';
import { changesWaiting } from '../../store/task/task-changes.ts';
import type { OfficeWorkBody } from '../schemas/office.ts';
import type { Sight } from '../sight.ts';

type Known = Pick<Sight, 'plan' | 'planId' | 'today'>;

/** What waits for the office, in the order in which a plan lives: its steps up to the issue, the year's queues, the year's end. */
export async function officeWork(store: Store, sight: Known, counts: PlanCounts): Promise<readonly OfficeWorkBody[]> {
  const { planId, today } = sight;
  const reviews = await reviewsWaiting(store, planId);
  const orders = await planOrders(store, planId);
  const changes = await changesWaiting(store, planId);
  const objections = (await listObjections(store, planId)).filter(({ phase }) => phase === 'open');
  return [
    ...stepsToIssue(sight, counts),
    some('reviews', reviews.length, reviews.filter(({ reviewDue }) => reviewDue <= today).length),
    some('slips', orders.filter(({ phase }) => phase === 'drafted').length),
    some('slip-answers', orders.filter(({ kind, phase }) => kind === 'slip' && phase === 'answered').length),
    some('changes', changes.filter(({ decider }) => decider === 'office').length),
    some('objections', objections.length, objections.filter(({ answerDue }) => answerDue <= today).length),
    ...(await yearEndSteps(store, sight)),
  ].filter(({ count }) => count > 0);
}

const some = (kind: OfficeWorkBody['kind'], count: number, due = 0): OfficeWorkBody => ({ kind, count, due });

function stepsToIssue({ plan, today }: Known, counts: PlanCounts): readonly OfficeWorkBody[] {
  const open = counts.openPoints;
  switch (plan.phase) {
    case 'draft':
      return [open > 0 ? some('open-points', open) : some('begin-consultation', 1)];
    case 'consultation':
      return [
        some('open-points', open),
        some('opinions', counts.undecidedOpinions),
        some('ask-approval', isConsulted(plan, today, counts) && open + counts.undecidedOpinions === 0 ? 1 : 0),
      ];
    case 'approved':
      return [some('issue', 1)];
    case 'none':
    case 'approval':
    case 'issued':
      return [];
  }
}

// Who never answers does not hold the breakdown up beyond the day that was set.
function isConsulted({ consultationDue }: PlanLine, today: string, { answers, units }: PlanCounts): boolean {
  const answered = (answers['no-opinion'] ?? 0) + (answers['opinions'] ?? 0) + (answers['lapsed'] ?? 0);
  return answered >= units || (consultationDue !== null && consultationDue < today);
}

async function yearEndSteps(store: Store, { plan, planId }: Known): Promise<readonly OfficeWorkBody[]> {
  if (plan.phase !== 'issued') return [];
  const { summary } = (await loadChain(store, `plan/${planId}`)).state as PlanState;
  if (summary !== null) return [];
  const lines = await endingLines(store, planId);
  const isClaimed = ({ isOpen, claimed, ending }: EndingLine) => isOpen && claimed !== null && ending === null;
  const isOver = lines.length > 0 && lines.every(({ ending }) => ending !== null);
  return [some('endings', lines.filter(isClaimed).length), some('ask-summary', isOver ? 1 : 0)];
}
