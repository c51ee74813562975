import { mailDayFor } from '../../calendar/mail-day.ts';
import type { Instant } from '../../instant.ts';
import type { DecisionContext } from '../../ledger/book.ts';
import { assertMayApprove } from '../../paper-approval.ts';
import type { TaskEvent } from '../task-event.ts';
import type { RecordInstruction } from './change-command.ts';

/** A leader's note 批示 on a task, made online or recorded by the office from the paper. */
export function recordInstruction(
  command: RecordInstruction,
  at: Instant,
  { calendar }: DecisionContext,
): readonly TaskEvent[] {
  assertMayApprove(command, 'recordInstruction');
  const { by, text, paper } = command;
  const mailDay = mailDayFor(calendar, at);
  return [{ type: 'instructionGiven', at, by, text, ...(paper === undefined ? {} : { paper }), mailDay }];
}
