import type { PlanState } from '../../domain/plan/plan-state.ts';
import { changeNames } from '../../domain/task/change/task-change.ts';
import { actMatter } from '../../domain/sheet/act-matters.ts';
import { paperName } from '../../domain/order/paper-form.ts';
import { loadChain } from '../../store/ledger/load.ts';
import { taskNames } from '../../store/read/task-names.ts';
import { planOrders } from '../../store/order/read-orders.ts';
import { decisionCounts } from '../../store/read/counted-dates.ts';
import { listSheets } from '../../store/sheet/read-sheets.ts';
import type { Store } from '../../store/store.ts';
import { changesWaiting } from '../../store/task/task-changes.ts';
import type { GlanceBody } from '../schemas/charts.ts';
import type { Sight } from '../sight.ts';
import { countedReason } from './due-reason.ts';

type Decision = GlanceBody['decisions'][number];

/**
 * What waits for a leader: the breakdown, changes that are theirs to decide, orders that were proposed, sheets that were sent up,
 * the year's summary. Answers to orders and to objections leaders may decide on, but others are asked first.
 */
export async function leaderDecisions(store: Store, { plan, planId, unitRef }: Sight): Promise<readonly Decision[]> {
  const waits = (await changesWaiting(store, planId)).filter(({ decider }) => decider === 'leader');
  const sheets = await listSheets(store, planId, { phase: 'asked' });
  const proposed = (await planOrders(store, planId)).filter(({ phase }) => phase === 'proposed');
  const decisions = await decisionCounts(
    store,
    waits.map(({ taskId }) => taskId),
  );
  const names = await taskNames(store, planId);
  const { summary } = (await loadChain(store, `plan/${planId}`)).state as PlanState;
  const isSummaryAsked = summary !== null && summary.approvedAt === null;
  return [
    ...(plan.phase === 'approval' ? [decision({ kind: 'breakdown', title: '任务分解方案报请审定' })] : []),
    ...waits.map(({ change, taskId, taskNumber, decideBy, askedAt, changeId }) =>
      decision({
        kind: 'change',
        id: changeId,
        title: `第${taskNumber}项“${names.task(taskId)}”：${changeNames[change.kind]}`,
        since: askedAt,
        due: decideBy,
        why: countedReason(decideBy, decisions.get(changeId)),
      }),
    ),
    ...proposed.map(({ orderId, kind, form, unitId, begunAt }) =>
      decision({
        kind: 'order',
        id: orderId,
        title: `提请对${unitRef(unitId).name}开具${paperName(kind, form)}`,
        since: begunAt,
      }),
    ),
    ...sheets
      .filter(({ approver }) => approver === 'leader')
      .map(({ sheetId, actType, approver, askedAt }) =>
        decision({ kind: 'sheet', id: sheetId, title: `审签单：${actMatter(actType, approver)}`, since: askedAt }),
      ),
    ...(isSummaryAsked ? [decision({ kind: 'summary', title: '年终总结报请审定', since: summary.askedAt })] : []),
  ];
}

function decision(known: Pick<Decision, 'kind' | 'title'> & Partial<Decision>): Decision {
  return { id: null, since: null, due: null, why: null, ...known };
}
