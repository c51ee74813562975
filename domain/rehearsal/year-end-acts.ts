import { type WorkingCalendar, shiftWorkingDays } from '../calendar/working-calendar.ts';
import type { FiledEnding } from '../act/task-act.ts';
import type { PersonAct, PlannedAct } from '../act/person-act.ts';
import { atHour, dayOf } from '../instant.ts';
import { type PlainDate, addDays, plainDate, yearOf } from '../plain-date.ts';
import { isDone, isFinal } from '../task/ending/row-ending.ts';
import { approvedBy } from './approval-route.ts';
import { itemKeyOf } from './behaviour.ts';
import type { RehearsalView, ViewedEnding, ViewedEndingRow } from './rehearsal-view.ts';
import type { PlayedEnding, Scenario } from './scenario.ts';

/**
 * What the office and the leader do at the year's end: rows get their endings, done tasks are ended, and, where the scenario plays
 * the year's end, the summary goes to the leader.
 */
export function yearEndActs(scenario: Scenario, view: RehearsalView, calendar: WorkingCalendar): readonly PlannedAct[] {
  const [first] = view.office;
  if (first === undefined) return [];
  const decided = view.endings.flatMap((task): readonly PlannedAct[] => {
    const { taskNumber, acceptedOn, isReported } = task;
    if (!isReported && scenario.yearEnd === undefined) return [];
    const day = shiftWorkingDays(calendar, acceptedOn, 2).date;
    const patient = isReported ? day : later(day, scenario.yearEnd?.unreportedOn ?? day);
    const at = atHour(patient, 16, 30);
    const plan = (step: string, act: PersonAct | null): readonly PlannedAct[] =>
      act === null ? [] : [{ at, key: `${step}/${taskNumber}`, by: reviewerOf(view, task) ?? first.actor, act }];
    if (task.rows.every(({ ending }) => isFinal(ending ?? undefined))) {
      return scenario.yearEnd === undefined ? plan('end', { type: 'endTask', taskId: task.taskId }) : [];
    }
    const asked = task.rows.filter(({ ending }) => ending?.asked === true).length;
    return plan(`endings${asked === 0 ? '' : '-again'}`, decisionOf(scenario, view, task));
  });
  return [...decided, ...summaryActs(scenario, view)];
}

function later(day: PlainDate, other: PlainDate): PlainDate {
  return day > other ? day : other;
}

function decisionOf(scenario: Scenario, view: RehearsalView, task: ViewedEnding): PersonAct | null {
  const waiting = task.rows.filter(({ ending }) => ending === null || ending.asked);
  if (waiting.length === 0) return null;
  if (scenario.yearEnd === undefined && !waiting.every(({ claim }) => claim !== null && isDone(claim))) return null;
  const rows = waiting.map((row) => filed(scenario, view, { task, row }));
  return { type: 'decideEndings', taskId: task.taskId, rows };
}

interface EndedRow {
  readonly task: ViewedEnding;
  readonly row: ViewedEndingRow;
}

function filed(scenario: Scenario, view: RehearsalView, { task, row }: EndedRow): FiledEnding {
  const { subjectId, claim } = row;
  const played = playedEnding(scenario, { task, row });
  if (row.ending?.asked === true) return { subjectId, ...outOfStatistics(scenario, view, { task, row }) };
  if (played !== undefined)
    return { subjectId, ending: played.ending, until: played.until, value: null, reason: played.reason };
  if (claim !== null) return { subjectId, ...claim, value: null, reason: '' };
  return {
    subjectId,
    ending: 'unfinished',
    until: nextMidYear(view),
    value: null,
    reason: '该单位未报送年终情况，经核实尚未完成，转入下年度继续督办。',
  };
}

function nextMidYear({ instant }: RehearsalView) {
  const day = dayOf(instant);
  const midYear = plainDate(`${yearOf(day)}-06-30`);
  return midYear > addDays(day, 31) ? midYear : plainDate(`${yearOf(day) + 1}-06-30`);
}

function outOfStatistics(
  scenario: Scenario,
  view: RehearsalView,
  { task, row }: EndedRow,
): Omit<FiledEnding, 'subjectId'> {
  const item = itemKeyOf(scenario, task.taskNumber, row.title);
  const found = scenario.yearEnd?.statistics.find((each) => each.task === task.taskNumber && each.item === item);
  if (found === undefined) {
    return {
      ending: 'unfinished',
      until: nextMidYear(view),
      value: null,
      reason: '统计数据尚未提供，转入下年度继续跟踪。',
    };
  }
  const { value, ending, until } = found;
  return { ending, until, value, reason: '' };
}

function playedEnding({ yearEnd, ...scenario }: Scenario, { task, row }: EndedRow): PlayedEnding | undefined {
  const item = row.kind === 'whole' ? null : itemKeyOf(scenario, task.taskNumber, row.title);
  return yearEnd?.endings.find(
    (each) =>
      each.task === task.taskNumber && each.item === item && (each.unit === undefined || each.unit === row.unitKey),
  );
}

// Who made a row in another seat does not decide on it.
function reviewerOf({ office }: RehearsalView, { rows }: ViewedEnding): PlannedAct['by'] | undefined {
  const makers = rows.flatMap((row) => row.makers);
  return office.find(({ actor }) => !makers.includes(actor.personId))?.actor;
}

function summaryActs(
  { yearEnd, onPaper }: Scenario,
  { summary, office, leader }: RehearsalView,
): readonly PlannedAct[] {
  const [first] = office;
  if (yearEnd === undefined || summary === null || first === undefined || summary.approvedAt !== null) return [];
  if (summary.askedAt === null) {
    if (summary.undecided > 0) return [];
    return [
      { at: atHour(yearEnd.summaryOn, 10), key: 'askSummary', by: first.actor, act: { type: 'askSummaryApproval' } },
    ];
  }
  if (leader === null) return [];
  const route = approvedBy(
    { onPaper },
    { signing: 'leader', approver: leader, recorder: first.actor, on: yearEnd.approveOn },
  );
  return [{ at: atHour(yearEnd.approveOn, 15), key: 'approveSummary', act: { type: 'approveSummary' }, ...route }];
}
