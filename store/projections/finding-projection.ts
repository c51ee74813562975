import { assertNever } from '../../domain/errors.ts';
import type { FindingEvent, FindingOpened, ObjectionNoted } from '../../domain/task/finding/finding-event.ts';
import type { TaskState } from '../../domain/task/task-state.ts';
import type { RowAssessment } from '../../domain/task/task-event.ts';
import { type RowChange, patch, put } from './row-change.ts';

/** Rows of findings, and marks of objections, in a task's chain; lights and obligations follow from the state. */
export function findingProjection(event: FindingEvent, after: TaskState, seq: number): readonly RowChange[] {
  const { taskId, planId } = after;
  switch (event.type) {
    case 'findingOpened':
      return [opened(event, after)];
    case 'findingRetimed': {
      const { findingId, statementDue } = event;
      const due = { statement_due: statementDue.date, statement_due_computed: statementDue };
      return [patch('finding', { task_id: taskId, finding_id: findingId, ...due })];
    }
    case 'findingStated': {
      const { findingId, text, at, by, paper } = event;
      const said = { statement_id: text.contentId, stated_at: at, stated_by: by, stated_paper: paper ?? null };
      return [patch('finding', { task_id: taskId, finding_id: findingId, ...said })];
    }
    case 'findingConcluded': {
      const { findingId, outcome, text, at, by, feedbackOn, objectionUntil } = event;
      const said = { phase: 'concluded', outcome, conclusion_id: text.contentId, concluded_at: at, concluded_by: by };
      const days = { feedback_on: feedbackOn, objection_until: objectionUntil };
      return [patch('finding', { task_id: taskId, finding_id: findingId, ...said, ...days })];
    }
    case 'findingWithdrawn':
      return [patch('finding', { task_id: taskId, finding_id: event.findingId, phase: 'withdrawn' })];
    case 'lightDecided':
      return [decided(event.subjectId, event.assessment, { after, seq, planId })];
    case 'objectionNoted':
      return [noted(event, after)];
    case 'objectionEnded': {
      const key = { chain: `task/${taskId}`, objection_id: event.objectionId };
      return [patch('objection_note', { ...key, ended_at: event.at, ending: event.ending })];
    }
    case 'rowsReopened':
      return [];
    default:
      return assertNever(event);
  }
}

function opened(event: FindingOpened, { taskId, planId }: TaskState): RowChange {
  const { findingId, subjectId, unitId, claim, method, checkers, evidence, statementDue, at, by } = event;
  const about = { plan_id: planId, subject_id: subjectId, unit_id: unitId, phase: 'open', claim_id: claim.contentId };
  const checked = { method, checkers, reported_value: event.reportedValue, found_value: event.foundValue };
  const proof = { evidence_id: evidence.text.contentId, evidence_hashes: evidence.hashes };
  const due = { statement_due: statementDue.date, statement_due_computed: statementDue };
  const statement = { statement_id: null, stated_at: null, stated_by: null, stated_paper: null };
  const conclusion = { outcome: null, conclusion_id: null, concluded_at: null, concluded_by: null };
  return put('finding', {
    task_id: taskId,
    finding_id: findingId,
    ...about,
    ...checked,
    ...proof,
    opened_at: at,
    opened_by: by,
    ...due,
    ...statement,
    ...conclusion,
    feedback_on: null,
    objection_until: null,
  });
}

function decided(
  subjectId: string,
  { light, on, cause, rulesVersion }: RowAssessment['assessment'],
  { after, seq, planId }: { readonly after: TaskState; readonly seq: number; readonly planId: string },
): RowChange {
  const behind = after.subjects.find(({ id }) => id === subjectId)?.behindPeriods ?? [];
  const seen = { light, assessed_on: on, cause, rules_version: rulesVersion, behind_periods: behind };
  return put('light_history', { task_id: after.taskId, subject_id: subjectId, seq, plan_id: planId, ...seen });
}

function noted({ objectionId, target, at }: ObjectionNoted, { taskId, planId }: TaskState): RowChange {
  return put('objection_note', {
    chain: `task/${taskId}`,
    objection_id: objectionId,
    plan_id: planId,
    kind: target.kind,
    obligation_id: target.kind === 'row' ? target.obligationId : null,
    subject_id: target.kind === 'finding' ? null : target.subjectId,
    finding_id: target.kind === 'finding' ? target.findingId : null,
    noted_at: at,
    ended_at: null,
    ending: null,
  });
}
