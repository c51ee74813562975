import type { PersonActor, Seat } from '../../../../domain/actor.ts';
import { type Instant, dayOf } from '../../../../domain/instant.ts';
import { addDays } from '../../../../domain/plain-date.ts';
import { rowsOwed } from '../../../../domain/task/find.ts';
import type { TaskState } from '../../../../domain/task/task-state.ts';
import type { RecordUrging } from '../../../../domain/task/urging/urging-command.ts';
import { text } from '../task-play.ts';

/** The numbers of an attempt that an urging is made of. */
export interface UrgingAttempt {
  readonly which: number;
  readonly bits: number;
  readonly spoil: number;
  readonly person: (right: Seat, unitId: string) => PersonActor;
}

/** The office urges a unit to something it owes; `spoil` names one that it does not, nothing at all, or a promise for yesterday. */
export function urging({ which, bits, spoil, person }: UrgingAttempt, state: TaskState, at: Instant): RecordUrging {
  const owed = state.obligations.filter((each) => spoil === 1 || rowsOwed(each).length > 0);
  const obligation = owed[which % Math.max(1, owed.length)];
  const by = addDays(dayOf(at), spoil === 2 ? -1 : bits);
  return {
    type: 'recordUrging',
    by: person('office', 'dev-reform'),
    urgingId: `urging-${at}-${which}`,
    unitId: spoil === 3 ? 'culture' : (obligation?.unitId ?? 'industry'),
    obligationIds: obligation === undefined ? [] : [obligation.id],
    channel: 'phone',
    reached: text('reached'),
    promise: bits % 2 === 0 ? null : { text: text('promise'), by },
    delivers: bits % 3 === 0,
  };
}

/** Why an urging that was recorded should not have been; null where it may. */
export function forbidsUrging(before: TaskState, command: RecordUrging, at: Instant): string | null {
  if (command.by.seat !== 'office') return 'seat';
  const { obligationIds, unitId, promise } = command;
  const owed = before.obligations.filter((each) => each.unitId === unitId && rowsOwed(each).length > 0);
  if (obligationIds.length === 0) return 'nothing';
  if (!obligationIds.every((id) => owed.some((each) => each.id === id))) return 'not owed';
  return promise !== null && promise.by < dayOf(at) ? 'past' : null;
}
