import { urgingChannels } from '../../domain/task/urging/urging-event.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import { overdueLines, urgingListPage } from '../../store/read/urgings.ts';
import type { Store } from '../../store/store.ts';
import type { UrgingBoardBody, UrgingQuery } from '../schemas/order.ts';
import { type Sight, peopleOf, personsIn } from '../sight.ts';
import { countedReason } from './due-reason.ts';
import { listPart } from './list-part.ts';
import { textsOf } from './texts.ts';

/** A page of what was done by hand, and every unit that it may still be done to; a unit sees its own. */
export async function urgingBoard(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
  query: UrgingQuery,
): Promise<UrgingBoardBody> {
  const { planId, reach, today } = sight;
  const { page, size, unitId: asked, taskId, promiseState, sort } = query;
  const question = { ...listPart(query, sight), own: reach.unitId, unitId: asked, taskId, promiseState, sort };
  const { total, rows: urgings } = await urgingListPage(store, planId, question);
  const overdue = (await overdueLines(store, planId, today)).filter(
    ({ unitId }) => reach.unitId === null || reach.unitId === unitId,
  );
  const people = await peopleOf(store, sight, personsIn(urgings.map(({ urgedBy }) => urgedBy)));
  const text = await textsOf(
    store,
    urgings.flatMap(({ reachedId, promiseId }) => [reachedId, promiseId]),
  );
  const byUnit = [...Map.groupBy(overdue, ({ unitId }) => unitId)];
  return {
    total,
    page,
    size,
    rows: urgings.map(({ unitId, channel, reachedId, promiseId, urgedBy, ...line }) => ({
      urgingId: line.urgingId,
      taskId: line.taskId,
      taskNumber: line.taskNumber,
      title: line.title,
      promisedBy: line.promisedBy,
      promiseState: line.promiseState,
      urgedAt: line.urgedAt,
      unit: sight.unitRef(unitId),
      channelName: urgingChannels[channel],
      reached: text(reachedId),
      promise: text(promiseId),
      by: people.actor(urgedBy),
    })),
    today,
    overdue: byUnit.map(([unitId, rows]) => ({
      unit: sight.unitRef(unitId),
      rows: rows.map(({ unitId: _unit, dueComputed, ...row }) => ({
        ...row,
        dueWhy: countedReason(row.due, dueComputed),
      })),
    })),
  };
}
