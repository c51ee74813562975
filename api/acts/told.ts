import { RuleViolation, assertNever } from '../../domain/errors.ts';
import type { ActOutcome } from '../../workflows/messages.ts';

/** Passes over what is recorded, throws a refusal as what it is, and anything that nobody knows as another error. */
export function told(outcome: ActOutcome): void {
  switch (outcome.outcome) {
    case 'recorded':
      return;
    case 'unconfirmed':
      throw new Error('办理尚未得到确认，请用同一编号重新提交，不会重复记录');
    case 'refused':
      throw new RuleViolation(outcome.code, outcome.message);
    default:
      assertNever(outcome);
  }
}
