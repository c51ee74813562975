import { ApplicationFailure } from '@temporalio/common';
import { RuleViolation } from '../domain/errors.ts';
import { refusalMark } from './messages.ts';

/** A refusal as callers of an update get it: its code as the type of the failure, its Chinese text as the message, and our mark. */
export function refusalOf(violation: RuleViolation): ApplicationFailure {
  return ApplicationFailure.nonRetryable(violation.message, violation.code, refusalMark);
}

/** Runs a check; what a rule forbids is refused, anything else stays the programming mistake that it is. */
export function rejecting(check: () => void): void {
  try {
    check();
  } catch (error) {
    throw error instanceof RuleViolation ? refusalOf(error) : error;
  }
}

/** Refuses a command whose id was used for something else. */
export function otherContent(): RuleViolation {
  return new RuleViolation('other-content', '该编号已用于另一内容的办理，请刷新页面后重新填写提交');
}

/** Refuses whatever comes while a chain waits for an operator. */
export function needsAttention(): RuleViolation {
  return new RuleViolation('needs-attention', '该事项正等待系统管理员处理，暂不能办理；处理完成后请重新提交');
}

/** Refuses to step a clock that runs by itself. */
export function realClock(): RuleViolation {
  return new RuleViolation('real-clock', '该计划按实际时间运行，不能推进时钟；只有演练计划可以推进');
}
