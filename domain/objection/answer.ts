import { RuleViolation } from '../errors.ts';
import type { Instant } from '../instant.ts';
import { type Approval, approverOf, assertMayApprove, personsBehind } from '../paper-approval.ts';
import type { AnswerObjection } from './objection-command.ts';
import type { ObjectionEvent } from './objection-event.ts';
import type { ObjectionState } from './objection-state.ts';

/** The answer by somebody who neither made the decision nor objects to it. */
export function answerObjection(
  state: ObjectionState,
  command: AnswerObjection,
  at: Instant,
): readonly ObjectionEvent[] {
  assertMayApprove(command, 'answerObjection');
  assertOther(state, command);
  assertLight(state, command);
  const { outcome, light, reason } = command;
  return [{ type: 'objectionAnswered', at, ...approvalIn(command), outcome, light, reason }];
}

/** `by` and, where there is one, the paper: what the event keeps of an approval. */
export function approvalIn({ by, paper }: Approval): Approval {
  return paper === undefined ? { by } : { by, paper };
}

/** Everybody behind an approval, the recorder of a paper too. */
export function personsIn(approval: Approval): readonly string[] {
  return [...new Set([...personsBehind(approverOf(approval)), approval.by.personId])];
}

function assertOther({ basis, filedBy }: ObjectionState, command: AnswerObjection): void {
  const decider = approverOf(command);
  const persons = personsBehind(decider);
  if (persons.some((personId) => basis?.firstDeciders.includes(personId) === true)) {
    throw new RuleViolation('first-decider', '异议应由作出原决定的人员以外的人复核答复，请由其他同志办理');
  }
  if (decider.unitId === basis?.unitId || persons.some((personId) => filedBy.includes(personId))) {
    throw new RuleViolation('own-work', '本人或者本单位提出的异议不能由本人答复，请由其他同志办理');
  }
}

function assertLight({ target }: ObjectionState, { outcome, light }: AnswerObjection): void {
  if (light === null) {
    if (target?.kind !== 'light' || outcome !== 'upheld') return;
    throw new RuleViolation('light-missing', '支持对亮灯的异议时，应当同时决定调整后的亮灯');
  }
  if (target?.kind !== 'light') throw new RuleViolation('light-not-expected', '只有对亮灯的异议才能同时决定亮灯');
  if (outcome === 'dismissed') throw new RuleViolation('light-not-expected', '不予支持的异议不能调整亮灯');
}
