import { mailDayFor } from '../calendar/mail-day.ts';
import { assertNever } from '../errors.ts';
import { type Instant, later } from '../instant.ts';
import type { DecisionContext } from '../ledger/book.ts';
import { isReviewed } from '../task/obligations.ts';
import { handOverRows } from './hand-over.ts';
import type { ReturnMoment } from './moment.ts';
import { actOf } from './return-act.ts';
import { reopenRows } from './reopen-rows.ts';
import type { NoteDelivery, ReturnCommand } from './return-command.ts';
import type { ReturnEvent } from './return-event.ts';
import type { ReturnIdentity } from './return-of.ts';
import type { ReturnState } from './return-state.ts';
import { reviewReturn } from './review.ts';
import { saveRows } from './save-rows.ts';
import { askHeadApproval, refuseHeadApproval, submitReturn } from './submit.ts';

/** What a return is asked, and when. */
export interface ReturnInput {
  readonly command: ReturnCommand;
  readonly at: Instant;
  /** Needed before the first save, when the chain cannot say yet what it is about. */
  readonly identity?: ReturnIdentity;
  /** Characters of each text that a save refers to, by content id. */
  readonly characters?: Readonly<Record<string, number>>;
}

/** The events that the command makes of `state`; none where there is nothing to record. Refusals are `RuleViolation`s. */
export function decideReturn(state: ReturnState, input: ReturnInput, context: DecisionContext): readonly ReturnEvent[] {
  const { command, characters = {} } = input;
  const moment: ReturnMoment = { at: later(input.at, state.lastAt ?? input.at), context, characters };
  const identity = state.version > 0 ? state : (input.identity ?? state);
  switch (command.type) {
    case 'saveRows':
      return saveRows(state, command, identified(identity), moment);
    case 'handOverRows':
      return handOverRows(state, command, identified(identity), moment);
    case 'askHeadApproval':
      return askHeadApproval({ ...state, ...identified(identity) }, command, moment);
    case 'refuseHeadApproval':
      return refuseHeadApproval({ ...state, ...identified(identity) }, command, moment);
    case 'submitReturn':
      return submitReturn({ ...state, ...identified(identity) }, command, moment);
    case 'reviewReturn':
      return reviewReturn({ ...state, ...identified(identity) }, command, moment);
    case 'reopenRows':
      return reopenRows(state, command, moment);
    case 'noteDelivery':
      return noteDelivery(state, command, moment);
    default:
      return assertNever(command);
  }
}

function noteDelivery(
  state: ReturnState,
  { act, refused }: NoteDelivery,
  { at, context }: ReturnMoment,
): readonly ReturnEvent[] {
  const { version, isReview } = actOf(state.returnId, act);
  if (isReview && !isReviewed(state.kind)) throw new Error(`${act} reviews a return that is accepted as it arrives`);
  if (version > state.version) throw new Error(`the return ${state.returnId} has no version ${version}`);
  if (!isReview && version <= state.deliveredVersion) return [];
  return [{ type: 'returnDelivered', at, by: 'system', act, refused, mailDay: mailDayFor(context.calendar, at) }];
}

function identified({ returnId, planId, unitId, period, kind }: ReturnIdentity): ReturnIdentity {
  if (returnId === '') throw new Error('a return without its first version needs to be told what it is about');
  return { returnId, planId, unitId, period, kind };
}
