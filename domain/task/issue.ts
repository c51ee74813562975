import { assertMay } from '../permissions.ts';
import { RuleViolation } from '../errors.ts';
import type { DecisionContext } from '../ledger/book.ts';
import { quarterLabel } from '../calendar/quarter.ts';
import { dayOf } from '../instant.ts';
import { lightDays } from './light-days.ts';
import { assessLights } from './lights.ts';
import { firstPeriod, isReportedOn, quarterObligations, stagePlanObligations } from './obligations.ts';
import type { IssueTask } from './task-command.ts';
import type { IssuedSubject } from './issued-subject.ts';
import type { TaskEvent } from './task-event.ts';
import type { Subject, TaskState } from './task-state.ts';

/** Issues the task: it exists, what is owed in the running quarter is open with its reminders, and every row shows 未设节点. */
export function issueTask(state: TaskState, { start }: IssueTask, context: DecisionContext): readonly TaskEvent[] {
  if (state.phase !== 'unissued') throw new RuleViolation('task-issued', `第${state.number}项任务已经交办`);
  assertMay(start.issuedBy, 'issuePlan');
  const { issuedAt: at, issuedBy: by, ...issued } = start;
  const period = firstPeriod(at, start.lastPeriod);
  if (period > start.lastPeriod) {
    throw new RuleViolation(
      'plan-year-over',
      `第${start.number}项任务的交办日期晚于${quarterLabel(start.lastPeriod)}，本年度已无可报送的季度，请核对计划年度和交办日期`,
    );
  }
  const duties = { issuedAt: at, parties: start.parties, subjects: start.subjects };
  const obligations = [
    ...stagePlanObligations(duties, at, context),
    ...(isReportedOn(period, start.lastPeriod) ? quarterObligations(duties, period, at, context) : []),
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
  return { ...subject, plan: null, progress: null, light: null, behindPeriods: [], recoveredIn: null };
}

/** The version of every year's table that a decision could look at. */
export function versionsOf({ calendar }: DecisionContext): Readonly<Record<string, number>> {
  return Object.fromEntries(calendar.map(({ year, version }) => [String(year), version]));
}
