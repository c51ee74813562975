import { assertNever } from '../../errors.ts';
import type { PlanState, PlanWake } from '../plan-state.ts';
import type { AmendmentEvent } from './amendment-event.ts';
import type { AmendmentState } from './amendment-state.ts';

/** The plan's amendments after an event about one. */
export function amendmentsAfter(
  { amendments }: Pick<PlanState, 'amendments'>,
  event: AmendmentEvent,
): readonly AmendmentState[] {
  switch (event.type) {
    case 'noticeAmended': {
      const { amendmentId, title, units, receiptDue, listedOn } = event;
      const waiting = Object.fromEntries(units.map(({ unitId, taskNumbers }) => [unitId, taskNumbers.length]));
      return [...amendments, { amendmentId, title, receiptDue: receiptDue.date, listedOn, waiting, receipted: [] }];
    }
    case 'amendmentReceipted':
      return changed(amendments, event, (amendment) => ({
        ...amendment,
        waiting: Object.fromEntries(Object.entries(amendment.waiting).filter(([unitId]) => unitId !== event.unitId)),
        receipted: [...amendment.receipted, event.unitId],
      }));
    case 'amendmentListed':
      return changed(amendments, event, (amendment) => ({ ...amendment, listedOn: null }));
    default:
      return assertNever(event);
  }
}

/** The days on which units that have not receipted an amendment are listed. */
export function amendmentWakes({ amendments }: Pick<PlanState, 'amendments'>): readonly PlanWake[] {
  const days = amendments.flatMap(({ listedOn, waiting }) =>
    listedOn === null || Object.keys(waiting).length === 0 ? [] : [listedOn],
  );
  return [...new Set(days)].map((on) => ({ on, does: 'list-amendments' }));
}

function changed(
  amendments: readonly AmendmentState[],
  { amendmentId }: Pick<AmendmentEvent, 'amendmentId'>,
  change: (amendment: AmendmentState) => AmendmentState,
): readonly AmendmentState[] {
  return amendments.map((each) => (each.amendmentId === amendmentId ? change(each) : each));
}
