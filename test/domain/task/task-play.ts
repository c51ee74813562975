import type { PersonActor, Seat } from '../../../domain/actor.ts';
import { type Period, period } from '../../../domain/calendar/quarter.ts';
import { type Instant, atHour, dayOf } from '../../../domain/instant.ts';
import { type DecisionContext, fold } from '../../../domain/ledger/book.ts';
import type { ContentRef } from '../../../domain/ledger/event.ts';
import type { Letter } from '../../../domain/ledger/letter.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import type { Rules } from '../../../domain/rules.ts';
import { decideTask } from '../../../domain/task/decide.ts';
import { taskBook } from '../../../domain/task/task-book.ts';
import type { ReviewRows, TakeRows, TaskCommand, TaskStart } from '../../../domain/task/task-command.ts';
import type { IssuedSubject, Party, PartyRole } from '../../../domain/task/issued-subject.ts';
import type { TaskEvent } from '../../../domain/task/task-event.ts';
import type { Obligation, RowPlan, Subject, TaskState } from '../../../domain/task/task-state.ts';
import { readSeed } from '../../seeds/read-seed.ts';
import { seedCalendar } from '../calendar/seed-calendar.ts';

/** The shipped rules. */
export const rules = readSeed<Rules>('rules/default.json');

/** The shipped rules with the calendars of the notice's year and the next. */
export const context: DecisionContext = { rules, calendar: seedCalendar(2022, 2023), decisionVersion: 2 };

/** What happened to a task so far, with the letters that an obedient post office would have sent, kept and dropped. */
export interface Played {
  readonly context: DecisionContext;
  readonly state: TaskState;
  readonly events: readonly TaskEvent[];
  /** Events of the last step alone. */
  readonly last: readonly TaskEvent[];
  readonly sent: readonly Letter[];
  readonly waiting: readonly Letter[];
}

/** `hour`:`minute` Asia/Shanghai of a day. */
export function on(day: string, hour = 10, minute = 0): Instant {
  return atHour(plainDate(day), hour, minute);
}

/** A person named after the seat and the unit. */
export function actor(seat: Seat, unitId: string, personId = `${seat}-of-${unitId}`): PersonActor {
  return { personId, seat, unitId };
}

/** The reviewer in every test that does not name one. */
export const reviewer = actor('office', 'dev-reform');

/** The reference of a text that nobody wrote out. */
export function text(contentId: string): ContentRef {
  return { contentId, commitment: '0'.repeat(64) };
}

/** Parties in their order, `[unit, role]`. */
export function parties(...units: readonly (readonly [unitId: string, role: PartyRole])[]): readonly Party[] {
  return units.map(([unitId, role], order) => ({ unitId, role, order, basis: 'named' }));
}

/** An item with a number to reach by the end of 2022, 1400 台 unless said otherwise. */
export function numberItem(id: string, unitId: string, changes: Partial<IssuedSubject> = {}): IssuedSubject {
  return {
    id,
    unitId,
    kind: 'number',
    title: `事项${id}`,
    target: { value: 1400, unit: '台', comparator: '>=' },
    commitment: 'binding',
    due: plainDate('2022-12-31'),
    dueBasis: 'derived',
    tracked: false,
    shares: [],
    ...changes,
  };
}

/** An item whose result is no number. */
export function deliverableItem(id: string, unitId: string, changes: Partial<IssuedSubject> = {}): IssuedSubject {
  return numberItem(id, unitId, { kind: 'deliverable', target: null, ...changes });
}

/** A stage plan of one row: nothing reached at issue, a straight line, no milestones. */
export function rowPlan(changes: Partial<RowPlan> = {}): RowPlan {
  return { baseline: 0, curve: [], milestones: [], statisticsOn: null, ...changes };
}

/** Task 3 led by `industry` with one number, supported by `finance`, as the notice issued on Monday 2022-08-22 has it. */
export function startOf(changes: Partial<TaskStart> = {}): TaskStart {
  return {
    taskId: 'task-3',
    planId: 'plan',
    number: '3',
    title: '推进第五代移动通信网络建设',
    parties: parties(['industry', 'lead'], ['finance', 'support']),
    subjects: [numberItem('1', 'industry')],
    breakdownHash: 'a'.repeat(64),
    lastPeriod: period('2022Q4'),
    issuedAt: on('2022-08-22', 9),
    issuedBy: reviewer,
    ...changes,
  };
}

/** A task that was just issued. */
export function issued(changes: Partial<TaskStart> = {}, within: DecisionContext = context): Played {
  const start = startOf(changes);
  const nothing = { context: within, state: taskBook.initial, events: [], last: [], sent: [], waiting: [] };
  return record(nothing, start.issuedAt, { type: 'issueTask', start });
}

/** Time comes to `until`: every wake up to then is taken at the instant that was due, oldest first. */
export function advance(played: Played, until: Instant): Played {
  let now = played;
  for (let wake = taskBook.nextWake(now.state); wake !== null && wake <= until; wake = taskBook.nextWake(now.state)) {
    now = record(now, wake, { type: 'wake' });
  }
  return { ...now, ...delivered(now, until) };
}

/** One command at `at`, after all wakes up to then: time goes first. */
export function act(played: Played, at: Instant, command: TaskCommand, receivedAt: Instant = at): Played {
  return record(advance(played, at), at, command, receivedAt);
}

/** The code with which the command is refused; throws where it is not. */
export function refusalOf(played: Played, at: Instant, command: TaskCommand): string {
  try {
    act(played, at, command);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
  throw new Error(`${command.type} was not refused`);
}

function record(played: Played, at: Instant, command: TaskCommand, receivedAt: Instant = at): Played {
  const last = decideTask(played.state, { command, at, receivedAt }, played.context);
  const { sent, waiting: before } = delivered(played, at);
  let waiting = before;
  let { state } = played;
  for (const event of last) {
    const after = taskBook.evolve(state, event);
    const { make, withdraw } = taskBook.lettersFor(event, state, after);
    waiting = [...waiting.filter(({ key }) => !withdraw.includes(key)), ...make];
    state = after;
  }
  return { context: played.context, state, events: [...played.events, ...last], last, sent, waiting };
}

function delivered({ sent, waiting }: Played, until: Instant): Pick<Played, 'sent' | 'waiting'> {
  const due = waiting.filter(({ dueAt }) => dueAt < until);
  return { sent: [...sent, ...due], waiting: waiting.filter(({ dueAt }) => dueAt >= until) };
}

/** A row that says `value`, with its text and no reason for a fall. */
export function row(subjectId: string, value: number | null, changes: Partial<TakeRows['rows'][number]> = {}) {
  return {
    subjectId,
    value,
    milestonesDone: [],
    complete: false,
    plan: null,
    texts: { done: text(`done-${subjectId}`) },
    ...changes,
  };
}

// The last quarter asks for an ending; a row that does not name one says what its own words say.
function withClaim(given: TakeRows['rows'][number]): TakeRows['rows'][number] {
  if ('ending' in given) return given;
  const claim = given.complete
    ? ({ ending: 'completed', until: null } as const)
    : ({ ending: 'unfinished', until: plainDate('2024-06-30') } as const);
  return { ...given, ending: claim };
}

/** The first version of a unit's report on a quarter, approved by its head at `submittedAt`. */
export function report(unitId: string, quarter: string, submittedAt: Instant, rows: TakeRows['rows']): TakeRows {
  return {
    type: 'takeRows',
    kind: 'progress',
    unitId,
    period: period(quarter),
    act: `progress-${unitId}-${quarter}/1`,
    rows: quarter === '2022Q4' ? rows.map(withClaim) : rows,
    submittedAt,
    submittedBy: actor('head', unitId),
    makers: [`officer-of-${unitId}`],
  };
}

/** The stage plan of a unit, approved by its head. */
export function stagePlan(unitId: string, submittedAt: Instant, plans: Readonly<Record<string, RowPlan>>): TakeRows {
  const rows = Object.entries(plans).map(([subjectId, plan]) => row(subjectId, null, { plan }));
  return {
    ...report(unitId, '2022Q3', submittedAt, rows),
    kind: 'stage-plan',
    period: 'plan',
    act: `stage-plan-${unitId}/1`,
  };
}

/** A supporting unit's contribution, submitted by its officer alone. */
export function contribution(unitId: string, quarter: string, submittedAt: Instant): TakeRows {
  return {
    ...report(unitId, quarter, submittedAt, [row(`whole/${unitId}`, null)]),
    kind: 'contribution',
    act: `contribution-${unitId}-${quarter}/1`,
    submittedBy: actor('officer', unitId),
  };
}

/** The office accepts every row of a version that it was sent. */
export function accepting(taken: TakeRows, changes: Partial<ReviewRows> = {}): ReviewRows {
  const { kind, unitId, period: quarter, act: version, rows } = taken;
  return {
    type: 'reviewRows',
    kind,
    unitId,
    period: quarter,
    act: version,
    accept: rows.map(({ subjectId }) => subjectId),
    sendBack: [],
    ownUnit: false,
    by: reviewer,
    ...changes,
  };
}

/** A version taken at `at`, and accepted whole at `acceptedAt`. */
export function takenAndAccepted(played: Played, taken: TakeRows, acceptedAt: Instant = taken.submittedAt): Played {
  return act(act(played, taken.submittedAt, taken), acceptedAt, accepting(taken));
}

/** The open obligation of this id; fails where there is none. */
export function openOf({ state }: Played, id: string): Obligation {
  const found = state.obligations.find((each) => each.id === id);
  if (found === undefined) throw new Error(`${id} is not among ${state.obligations.map((each) => each.id).join(', ')}`);
  return found;
}

/** The row's subject; fails where there is none. */
export function subjectIn({ state }: Played, id: string): Subject {
  const found = state.subjects.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no subject ${id}`);
  return found;
}

/** The light that the row shows. */
export function lightOf(played: Played, id: string): string {
  return subjectIn(played, id).light?.light ?? 'none';
}

/** Letters of one key, `kind seat day`, the days counted in Asia/Shanghai. */
export function lettersAbout(letters: readonly Letter[], key: string): readonly string[] {
  return letters
    .filter((letter) => letter.key === key)
    .map(({ kind, receiver, dueAt }) => `${kind} ${receiver.seat} ${dayOf(dueAt)}`)
    .toSorted();
}

/** The state folded anew from the events as the ledger's JSON keeps them. */
export function refolded({ events }: Pick<Played, 'events'>): TaskState {
  return fold(taskBook, taskBook.initial, JSON.parse(JSON.stringify(events)) as readonly TaskEvent[]);
}

/** A quarter, for commands. */
export function quarter(name: string): Period {
  return period(name);
}
