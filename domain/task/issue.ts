import { assertMay } from '../permissions.ts';
import { RuleViolation } from '../errors.ts';
import type { DecisionContext } from '../ledger/book.ts';
import { dayOf } from '../instant.ts';
import type { PlainDate } from '../plain-date.ts';
import { assessLights, nearDueDay } from './lights.ts';
import { firstPeriod, quarterObligations, stagePlanObligations } from './obligations.ts';
import type { IssueTask } from './task-command.ts';
import type { IssuedSubject, TaskEvent } from './task-event.ts';
import type { Subject, TaskState } from './task-state.ts';

/** Issues the task: it exists, what is owed in the running quarter is open with its reminders, and every row shows 未设节点. */
export function issueTask(state: TaskState, { start }: IssueTask, context: DecisionContext): readonly TaskEvent[] {
  if (state.phase !== 'unissued') throw new RuleViolation('task-issued', `第${state.number}项任务已经交办`);
  assertMay(start.issuedBy, 'issuePlan');
  const { issuedAt: at, issuedBy: by, ...issued } = start;
  const period = firstPeriod(at);
  const duties = { issuedAt: at, parties: start.parties, subjects: start.subjects };
  const obligations = [
    ...stagePlanObligations(duties, at, context),
    ...quarterObligations(duties, period, at, context),
  ];
  const inputs = { on: dayOf(at), issuedOn: dayOf(at), obligations: [] };
  return [
    {
      type: 'taskIssued',
      at,
      by,
      ...issued,
      rulesVersion: context.rules.version,
      calendarVersions: versionsOf(context),
      lightDays: lightDays(start.subjects, dayOf(at), context),
    },
    { type: 'obligationsOpened', at, by, period, obligations, headOffsets: context.rules.headReminderOffsets },
    {
      type: 'lightsAssessed',
      at,
      by,
      on: dayOf(at),
      assessments: assessLights(start.subjects.map(newSubject), inputs, context),
    },
  ];
}

/** A subject as it is before any stage plan or report. */
export function newSubject(subject: IssuedSubject): Subject {
  return { ...subject, plan: null, progress: null, light: null, behindPeriods: [] };
}

/** The version of every year's table that a decision could look at. */
export function versionsOf({ calendar }: DecisionContext): Readonly<Record<string, number>> {
  return Object.fromEntries(calendar.map(({ year, version }) => [String(year), version]));
}

function lightDays(subjects: readonly IssuedSubject[], on: PlainDate, context: DecisionContext): readonly PlainDate[] {
  const days = subjects.filter(({ tracked }) => !tracked).map(({ due }) => nearDueDay(due, context));
  return [...new Set(days)].filter((day) => day > on).toSorted();
}
