import type { Period } from '../calendar/quarter.ts';
import { uuid5 } from '../ids.ts';
import type { Rules } from '../rules.ts';
import { rowsOwed } from '../task/find.ts';
import { obligationId } from '../task/obligations.ts';
import type { ObligationKind, Subject, TaskState } from '../task/task-state.ts';
import type { OpenedRow } from './return-event.ts';

/** What one return is about: all that one unit owes of one kind for one period. */
export interface ReturnIdentity {
  readonly returnId: string;
  readonly planId: string;
  readonly unitId: string;
  readonly period: Period | 'plan';
  readonly kind: ObligationKind;
}

/** What a unit owes, as far as it decides which return it belongs to. */
export interface OwedObligation {
  readonly unitId: string;
  readonly period: Period | 'plan';
  readonly kind: ObligationKind;
}

/** The return of a unit for a period and kind; `unitKey` is the register's key, so that a rehearsal's ids do not depend on its run. */
export function returnIdentity(
  plan: { readonly planId: string; readonly unitKey: string },
  { unitId, period, kind }: OwedObligation,
): ReturnIdentity {
  const { planId, unitKey } = plan;
  return { returnId: uuid5(planId, `return/${unitKey}/${period}/${kind}`), planId, unitId, period, kind };
}

/** Whether the obligation is reported by this return: same unit, period and kind, whatever the task. */
export function belongsTo(obligation: OwedObligation, identity: OwedObligation): boolean {
  return (
    obligation.unitId === identity.unitId && obligation.period === identity.period && obligation.kind === identity.kind
  );
}

/** The rows of one task that wait for the unit in this return: never submitted, or sent back; none where nothing is owed. */
export function openRowsOf(task: TaskState, identity: OwedObligation, rules: Rules): readonly OpenedRow[] {
  if (task.phase !== 'open') return [];
  const { kind, unitId, period } = identity;
  const id = obligationId(kind, unitId, period);
  const obligation = task.obligations.find((each) => each.id === id);
  if (obligation === undefined) return [];
  return rowsOwed(obligation).map((subjectId) => {
    const subject = task.subjects.find((each) => each.id === subjectId);
    return {
      taskId: task.taskId,
      taskNumber: task.number,
      obligationId: id,
      subjectId,
      due: obligation.due,
      previousValue: subject === undefined ? null : previousValue(task, subject, identity),
      textLimit: kind === 'contribution' ? rules.contributionCharacters : null,
      subject: {
        kind: subject?.kind ?? 'whole',
        title: subject?.title ?? task.title,
        target: subject?.target ?? null,
        due: subject?.due ?? obligation.due,
        milestoneIds: subject?.plan?.milestones.map((milestone) => milestone.id) ?? [],
        statisticsOn: subject?.plan?.statisticsOn ?? null,
        ...(kind === 'progress' && period === task.lastPeriod ? { asksEnding: true } : {}),
      },
    };
  });
}

function previousValue(task: TaskState, subject: Subject, { kind, unitId, period }: OwedObligation): number | null {
  if (kind === 'progress') {
    // Only what speaks of an earlier time: a report may come after that of the next quarter.
    const { progress, plan } = subject;
    const reported = progress !== null && progress.period < period ? progress.value : null;
    return reported ?? plan?.baseline ?? null;
  }
  if (kind !== 'district-figures') return null;
  const earlier = task.shareValues.filter(
    (each) => each.unitId === unitId && each.subjectId === subject.id && each.period < period,
  );
  return earlier.toSorted((a, b) => (a.period < b.period ? -1 : 1)).at(-1)?.value ?? null;
}
