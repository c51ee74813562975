import { assertNever } from '../../errors.ts';
import { dayOf } from '../../instant.ts';
import type { Obligation, ObligationRow, Subject, TaskState } from '../task-state.ts';
import type { FindingEvent, FindingOpened, LightDecided, RowsReopened } from './finding-event.ts';
import type { Finding } from './finding-state.ts';

/** The state after an event of a finding, a decided light or an objection. */
export function evolveFinding(state: TaskState, event: FindingEvent): TaskState {
  switch (event.type) {
    case 'findingOpened':
      return { ...state, findings: [...state.findings, opened(event)] };
    case 'findingRetimed':
      return withFinding(state, event.findingId, (finding) => ({ ...finding, statementDue: event.statementDue.date }));
    case 'findingStated':
      return withFinding(state, event.findingId, (finding) => ({ ...finding, isStated: true }));
    case 'findingConcluded':
      return withFinding(state, event.findingId, (finding) => ({ ...finding, phase: 'concluded' }));
    case 'findingWithdrawn':
      return withFinding(state, event.findingId, (finding) => ({ ...finding, phase: 'withdrawn' }));
    case 'lightDecided':
      return { ...state, subjects: state.subjects.map((subject) => lit(subject, event)) };
    case 'objectionNoted': {
      const { objectionId, target } = event;
      return { ...state, objections: [...state.objections, { objectionId, target }] };
    }
    case 'objectionEnded':
      return { ...state, objections: state.objections.filter(({ objectionId }) => objectionId !== event.objectionId) };
    case 'rowsReopened':
      return {
        ...state,
        obligations: state.obligations.map((each) => (each.id === event.obligationId ? reopened(each, event) : each)),
      };
    default:
      return assertNever(event);
  }
}

function opened({ findingId, subjectId, unitId, statementDue, at, by }: FindingOpened): Finding {
  return {
    id: findingId,
    subjectId,
    unitId,
    phase: 'open',
    openedOn: dayOf(at),
    statementDue: statementDue.date,
    isStated: false,
    supervisorUnitId: by.unitId,
  };
}

function withFinding(state: TaskState, findingId: string, change: (finding: Finding) => Finding): TaskState {
  return { ...state, findings: state.findings.map((each) => (each.id === findingId ? change(each) : each)) };
}

function lit(subject: Subject, { subjectId, assessment }: LightDecided): Subject {
  return subject.id === subjectId ? { ...subject, light: assessment } : subject;
}

// As long as another row is still with the unit, its day for sending that again stands.
function reopened(obligation: Obligation, { subjectIds, notBy, reviewDue }: RowsReopened): Obligation {
  const rows = obligation.rows.map((row): ObligationRow =>
    subjectIds.includes(row.subjectId) && row.state === 'sent-back' ? { ...row, state: 'submitted' } : row,
  );
  const isWaiting = rows.some(({ state }) => state === 'sent-back');
  return {
    ...obligation,
    rows,
    reviewDue,
    reviewOverdue: false,
    notBy: [...new Set([...(obligation.notBy ?? []), ...notBy])],
    ...(isWaiting ? {} : { resubmitDue: null, overdue: false }),
  };
}
