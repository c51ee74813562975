import { readFileSync } from 'node:fs';
import type { PersonActor, Seat } from '../../../domain/actor.ts';
import { type Instant, atHour } from '../../../domain/instant.ts';
import { type DecisionContext, fold } from '../../../domain/ledger/book.ts';
import type { ContentRef } from '../../../domain/ledger/event.ts';
import type { Letter } from '../../../domain/ledger/letter.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { decidePlan } from '../../../domain/plan/decide.ts';
import { planBook } from '../../../domain/plan/plan-book.ts';
import type { PlanCommand } from '../../../domain/plan/plan-command.ts';
import type { PlanEvent } from '../../../domain/plan/plan-event.ts';
import type { PlanState } from '../../../domain/plan/plan-state.ts';
import type { TaskDraft } from '../../../domain/plan/task-draft.ts';
import type { Rules } from '../../../domain/rules.ts';
import type { PartyRole } from '../../../domain/task/issued-subject.ts';
import { seedCalendar } from '../calendar/seed-calendar.ts';

/** The rules as the project ships them. */
export const seedRules = JSON.parse(
  readFileSync(new URL('../../../seeds/rules/default.json', import.meta.url), 'utf8'),
) as Rules;

/** The shipped rules and the calendars of the notice's year and the next. */
export const context: DecisionContext = { rules: seedRules, calendar: seedCalendar(2022, 2023), decisionVersion: 2 };

/** `hour`:`minute` Asia/Shanghai of a day. */
export function on(day: string, hour = 10, minute = 0): Instant {
  return atHour(plainDate(day), hour, minute);
}

/** A person named after the seat and the unit. */
export function actor(seat: Seat, unitId: string, personId = `${seat}-of-${unitId}`): PersonActor {
  return { personId, seat, unitId };
}

/** The reference of a text that nobody wrote out. */
export function text(contentId: string): ContentRef {
  return { contentId, commitment: '0'.repeat(64) };
}

/** A task of the breakdown without items. */
export function taskOf(number: string, ...parties: readonly (readonly [unitId: string, role: PartyRole])[]): TaskDraft {
  return {
    taskId: `task-${number}`,
    number,
    group: '一',
    title: `任务${number}`,
    span: [0, 1],
    parties: parties.map(([unitId, role], order) => ({ unitId, role, order, basis: 'named' })),
    items: [],
  };
}

/** What happened to a plan so far. */
export interface Played {
  readonly state: PlanState;
  readonly events: readonly PlanEvent[];
  readonly letters: readonly Letter[];
  readonly withdrawn: readonly string[];
}

/** A draft of these tasks, imported by the office's clerk. */
export function draftOf(tasks: readonly TaskDraft[], at: Instant): Played {
  const by = actor('office', 'office');
  const imported: PlanEvent = {
    type: 'noticeImported',
    at,
    by,
    planId: '0f0e0d0c-0b0a-4908-8706-050403020100',
    clock: 'stepped',
    originalHash: '',
    textHash: '',
    title: '工作要点',
    issuer: null,
    documentNumber: null,
    noticeDate: null,
    planYear: 2022,
    rulesVersion: 1,
    leadershipUnitId: 'leaders',
  };
  const events = [imported, ...tasks.map((draft): PlanEvent => ({ type: 'taskDrafted', at, by, draft }))];
  return { state: fold(planBook, planBook.initial, events), events, letters: [], withdrawn: [] };
}

/** One decision after another, time first: every wake that is due before a command is taken before it. */
export function play(start: Played, ...steps: readonly (readonly [at: Instant, command: PlanCommand])[]): Played {
  return steps.reduce((played, [at, command]) => decided(woken(played, at), at, command), start);
}

function woken(played: Played, until: Instant): Played {
  const wake = planBook.nextWake(played.state);
  return wake === null || wake > until ? played : woken(decided(played, wake, { type: 'wake' }), until);
}

function decided(played: Played, at: Instant, command: PlanCommand): Played {
  const events = decidePlan(played.state, { command, at }, context);
  return events.reduce<Played>((before, event) => {
    const state = planBook.evolve(before.state, event);
    const { make, withdraw } = planBook.lettersFor(event, before.state, state);
    return {
      state,
      events: [...before.events, event],
      letters: [...before.letters.filter(({ key }) => !withdraw.includes(key)), ...make],
      withdrawn: [...before.withdrawn, ...withdraw],
    };
  }, played);
}
