import { urgingChannels } from '../../domain/task/urging/urging-event.ts';
import type { OverdueLine, UrgingLine } from '../../store/read/urgings.ts';
import type { Store } from '../../store/store.ts';
import type { UrgingBoardBody } from '../schemas/order.ts';
import { type Sight, peopleOf, personsIn } from '../sight.ts';
import { countedReason } from './due-reason.ts';
import { textsOf } from './texts.ts';

interface Lines {
  readonly urgings: readonly UrgingLine[];
  readonly overdue: readonly OverdueLine[];
}

/** What was done by hand, and whom it may still be done to. */
export async function urgingBoard(store: Store, sight: Sight, { urgings, overdue }: Lines): Promise<UrgingBoardBody> {
  const people = await peopleOf(store, sight, personsIn(urgings.map(({ urgedBy }) => urgedBy)));
  const text = await textsOf(
    store,
    urgings.flatMap(({ reachedId, promiseId }) => [reachedId, promiseId]),
  );
  const byUnit = [...Map.groupBy(overdue, ({ unitId }) => unitId)];
  return {
    today: sight.today,
    urgings: urgings.map(({ unitId, channel, reachedId, promiseId, urgedBy, ...line }) => ({
      ...line,
      unit: sight.unitRef(unitId),
      channelName: urgingChannels[channel],
      reached: text(reachedId),
      promise: text(promiseId),
      by: people.actor(urgedBy),
    })),
    overdue: byUnit.map(([unitId, rows]) => ({
      unit: sight.unitRef(unitId),
      rows: rows.map(({ unitId: _unit, dueComputed, ...row }) => ({
        ...row,
        dueWhy: countedReason(row.due, dueComputed),
      })),
    })),
  };
}
