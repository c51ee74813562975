import type { PersonActor, Seat } from '../../../domain/actor.ts';
import { type Instant, atHour } from '../../../domain/instant.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import type { RehearsalView, ViewedReturn, ViewedRow, ViewedUnit } from '../../../domain/rehearsal/rehearsal-view.ts';

/** `hour`:`minute` Asia/Shanghai of a day. */
export function on(day: string, hour = 9, minute = 0): Instant {
  return atHour(plainDate(day), hour, minute);
}

/** A person who sits in `unit`. */
export function person(unit: string, seat: Seat, number = 1): PersonActor {
  return { personId: `${unit}-${seat}-${number}`, seat, unitId: unit };
}

/** A unit with an officer and a head that has answered and receipted nothing. */
export function unit(key: string): ViewedUnit {
  return {
    unitId: key,
    key,
    name: key,
    answer: 'none',
    receipted: false,
    officer: person(key, 'officer'),
    head: person(key, 'head'),
    contacts: `责任领导：${key}`,
  };
}

/** A row of task 1 as a whole, with nothing known of it. */
export function row(facts: Partial<ViewedRow> = {}): ViewedRow {
  return {
    taskId: 'task-1',
    taskNumber: '1',
    subjectId: 'whole/x',
    kind: 'whole',
    title: '推动数字经济发展',
    target: null,
    due: plainDate('2022-12-31'),
    plan: null,
    previousValue: null,
    sentBack: false,
    ...facts,
  };
}

/** A first version of a third-quarter report that nobody has begun. */
export function owed(unitId: string, facts: Partial<ViewedReturn> = {}): ViewedReturn {
  return {
    unitId,
    kind: 'progress',
    period: 'plan',
    due: plainDate('2022-10-12'),
    sentBackOn: null,
    version: 1,
    stage: 'open',
    rows: [row()],
    obligations: [{ taskId: 'task-1', obligationIds: [`progress/${unitId}/plan`] }],
    ...facts,
  };
}

/** A plan as its people see it, with two persons of the office, the first of whom also sits in 市发改委. */
export function view(facts: Partial<RehearsalView> & Pick<RehearsalView, 'phase' | 'instant'>): RehearsalView {
  return {
    planId: 'plan',
    issuedAt: facts.phase === 'issued' ? on('2022-08-22', 8, 30) : null,
    receiptDue: facts.phase === 'issued' ? plainDate('2022-08-25') : null,
    openPoints: 0,
    units: [],
    opinions: [],
    drafts: [],
    returns: [],
    reviews: [],
    endings: [],
    tasks: [],
    changes: [],
    sheets: [],
    deputies: [],
    findings: [],
    objections: [],
    orders: [],
    urgings: [],
    supervisors: [],
    summary: null,
    office: [
      { actor: person('office', 'office', 1), otherUnitIds: ['fagaiwei'] },
      { actor: person('office', 'office', 2), otherUnitIds: [] },
    ],
    leader: person('leaders', 'leader'),
    ...facts,
  };
}
