import { fc } from '../../support/drawn.ts';
import { type PersonActor, type Seat, seats } from '../../../domain/actor.ts';
import { canonicalText } from '../../../domain/canonical.ts';
import { RuleViolation } from '../../../domain/errors.ts';
import { type Instant, epochOf, instantOfEpoch } from '../../../domain/instant.ts';
import { fold } from '../../../domain/ledger/book.ts';
import type { Letter } from '../../../domain/ledger/letter.ts';
import { decidePlan } from '../../../domain/plan/decide.ts';
import { planBook } from '../../../domain/plan/plan-book.ts';
import type { PlanCommand } from '../../../domain/plan/plan-command.ts';
import type { PlanEvent } from '../../../domain/plan/plan-event.ts';
import type { PlanState, PlanUnit } from '../../../domain/plan/plan-state.ts';
import type { ReshapeCommand } from '../../../domain/plan/reshape/reshape-command.ts';
import type { TaskDraft } from '../../../domain/plan/task-draft.ts';
import { period } from '../../../domain/calendar/quarter.ts';
import type { OverdueUnit } from '../../../domain/plan/plan-command.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { checkCode } from '../../../domain/check-code.ts';
import { approvedBy } from '../on-paper.ts';
import { context, draftOf, on, taskOf, text } from './plan-play.ts';

/** One drawn step: what is tried, by whom, on what, how much later. */
export interface Step {
  readonly what: PlanCommand['type'];
  /** Does instead what comes next in an ordinary life, so that lives get far. */
  readonly sensible: boolean;
  readonly hours: number;
  readonly unit: string;
  readonly person: string;
  /** Who records the signature where the leader signs a print; null where the leader approves online. */
  readonly recorder: string | null;
  /** The seat of the table of rights, or any. */
  readonly rightSeat: boolean;
  readonly seat: Seat;
  readonly opinions: number;
  readonly version: number;
  readonly parties: readonly string[];
}

const whats: readonly PlanCommand['type'][] = [
  'settlePoints',
  'reviseTask',
  'beginConsultation',
  'answerConsultation',
  'answerConsultation',
  'decideOpinion',
  'askApproval',
  'approveBreakdown',
  'returnBreakdown',
  'issuePlan',
  'receiptNotice',
  'receiptNotice',
  'amendNotice',
  'receiptAmendment',
  'receiptAmendment',
  'noteTasksStarted',
  'noteSlips',
  'proposeOrder',
  'retime',
  'askSummaryApproval',
  'approveSummary',
  'returnSummary',
  'noteDeliveryFailure',
  'wake',
  'splitTask',
  'mergeTasks',
  'addTask',
  'addTask',
  'dropTask',
];
const units = ['a', 'b', 'c', 'd'];
const persons = ['p', 'q', 'r', 's'];

/** A drawn plan's life. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...whats),
    sensible: fc.integer({ min: 0, max: 2 }).map((n) => n === 0),
    hours: fc.integer({ min: 0, max: 30 }),
    unit: fc.constantFrom(...units),
    person: fc.constantFrom(...persons),
    recorder: fc.constantFrom(null, null, 'p', 's'),
    rightSeat: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    seat: fc.constantFrom(...seats),
    opinions: fc.integer({ min: 0, max: 2 }),
    version: fc.integer({ min: 0, max: 3 }),
    parties: fc.subarray(units, { minLength: 1 }),
  }),
  { minLength: 12, maxLength: 60 },
);

/** A decision that was taken, with everything around it. */
export interface Taken {
  readonly command: PlanCommand;
  readonly at: Instant;
  readonly before: PlanState;
  readonly after: PlanState;
  readonly events: readonly PlanEvent[];
  /** All letters that would still go out after it. */
  readonly waiting: readonly Letter[];
}

/** A drawn life as it went: decisions that were taken, in their order, and all events from the import on. */
export interface Life {
  readonly start: PlanState;
  readonly taken: readonly Taken[];
  readonly history: readonly PlanEvent[];
}

/** Lives the steps, every due wake before the command that comes after it; refusals change nothing. */
export function live(drawn: readonly Step[]): Life {
  const imported = draftOf(
    [taskOf('1', ['a', 'lead'], ['b', 'support']), taskOf('2', ['c', 'lead'])],
    on('2022-08-12'),
  );
  let life: Life = { start: imported.state, taken: [], history: imported.events };
  let now = on('2022-08-12');
  for (const step of drawn) {
    now = instantOfEpoch(epochOf(now) + step.hours * 3_600_000);
    for (let guard = 0; guard < 20; guard += 1) {
      const wake = planBook.nextWake(stateOf(life));
      if (wake === null || wake > now) break;
      life = tried(life, { type: 'wake' }, wake);
    }
    const state = stateOf(life);
    life = tried(
      life,
      commandOf(step.sensible ? sensible(step, state) : step, {
        state,
        serial: life.taken.length,
        at: now,
        history: life.history,
      }),
      now,
    );
  }
  return life;
}

/** The plan as it stands after everything that was taken. */
export function stateOf({ start, taken }: Life): PlanState {
  return taken.at(-1)?.after ?? start;
}

function sensible(step: Step, { phase, units: known, opinions, summary }: PlanState): Step {
  const plain = { ...step, rightSeat: true, version: opinions.findIndex(({ decision }) => decision === 'none') };
  const first = (holds: (unit: PlanUnit) => boolean) =>
    Object.entries(known).find(([, unit]) => unit.tasks > 0 && holds(unit))?.[0];
  switch (phase) {
    case 'none':
    case 'draft':
      return { ...plain, what: 'beginConsultation', person: 'p' };
    case 'consultation': {
      const unit = first(({ answer }) => answer === 'none');
      if (unit !== undefined) return { ...plain, what: 'answerConsultation', unit, person: 'q' };
      return { ...plain, what: plain.version >= 0 ? 'decideOpinion' : 'askApproval', person: 'p' };
    }
    case 'approval':
      return { ...plain, what: 'approveBreakdown', version: 1, person: 'leader' };
    case 'approved':
      return { ...plain, what: 'issuePlan', person: 'p' };
    case 'issued':
      if (step.opinions > 0 && summary === null) return { ...plain, what: 'askSummaryApproval', version: 1 };
      if (step.opinions > 0 && summary?.approvedAt === null) return { ...plain, what: 'approveSummary', version: 1 };
      return { ...plain, what: 'receiptNotice', unit: first(({ receiptedAt }) => receiptedAt === null) ?? 'a' };
  }
}

function tried(life: Life, command: PlanCommand, at: Instant): Life {
  const before = stateOf(life);
  let events: readonly PlanEvent[];
  try {
    events = decidePlan(before, { command, at }, context);
  } catch (error) {
    if (error instanceof RuleViolation) return life;
    throw error;
  }
  // What a ledger and a workflow do with events and states: nothing may be lost on the way.
  const kept = JSON.parse(canonicalText(events)) as readonly PlanEvent[];
  const after = JSON.parse(canonicalText(fold(planBook, before, kept))) as PlanState;
  let waiting = (life.taken.at(-1)?.waiting ?? []).filter(({ dueAt }) => dueAt > at);
  let state = before;
  for (const event of kept) {
    const next = planBook.evolve(state, event);
    const { make, withdraw } = planBook.lettersFor(event, state, next);
    waiting = [...waiting.filter(({ key }) => !withdraw.includes(key)), ...make];
    state = next;
  }
  const taken: Taken = { command, at, before, after, events: kept, waiting };
  return { ...life, taken: [...life.taken, taken], history: [...life.history, ...kept] };
}

interface Met {
  readonly state: PlanState;
  /** How many decisions were taken before. */
  readonly serial: number;
  readonly at: Instant;
  readonly history: readonly PlanEvent[];
}

function commandOf(step: Step, met: Met): PlanCommand {
  const { state, serial, at } = met;
  const { what, unit, opinions, version, parties } = step;
  const leader = (hash: string) => {
    const signed = { at, officeUnitId: 'office', checkCode: checkCode(hash) };
    return approvedBy(by(step, 'leader', 'leaders'), step.recorder, signed);
  };
  switch (what) {
    case 'settlePoints':
      return { type: what, by: by(step, 'office', 'office'), points: [] };
    case 'reviseTask': {
      const draft = taskOf('2', ...parties.map((each, index) => [each, index === 0 ? 'lead' : 'support'] as const));
      const joins = parties.filter((each) => (state.units[each]?.tasks ?? 0) === 0);
      const draftVersion = version === 0 ? version : state.draftVersion;
      return { type: what, by: by(step, 'office', 'office'), draftVersion, draft, joins, leaves: [], reason: '修改' };
    }
    case 'settleTasks': {
      const draft = taskOf('2', ...parties.map((each, index) => [each, index === 0 ? 'lead' : 'support'] as const));
      const joins = parties.filter((each) => (state.units[each]?.tasks ?? 0) === 0);
      const draftVersion = version === 0 ? version : state.draftVersion;
      const revisions = [{ draft, joins, leaves: [], reason: '修改' }];
      return { type: what, by: by(step, 'office', 'office'), draftVersion, revisions, points: [] };
    }
    case 'splitTask':
    case 'mergeTasks':
    case 'addTask':
    case 'dropTask':
      return reshapeCommand(step, what, met);
    case 'beginConsultation':
    case 'askApproval':
    case 'issuePlan':
      return { type: what, by: by(step, 'office', 'office') };
    case 'answerConsultation': {
      const given = Array.from({ length: opinions }, (_, n) => ({
        id: `${serial}-${n}`,
        taskNumber: '1',
        text: text('o'),
      }));
      return { type: what, by: by(step, opinions === 0 ? 'officer' : 'head', unit), unitId: unit, opinions: given };
    }
    case 'decideOpinion': {
      const opinionId = state.opinions[version % Math.max(1, state.opinions.length)]?.id ?? 'none';
      return { type: what, by: by(step, 'office', 'office'), opinionId, decision: 'adopted', reason: null };
    }
    case 'approveBreakdown': {
      const draftVersion = version === 0 ? 99 : state.draftVersion;
      return { type: what, ...leader('h'), draftVersion, breakdownHash: 'h' };
    }
    case 'returnBreakdown':
      return { type: what, ...leader('h'), reason: text('r') };
    case 'amendNotice':
    case 'receiptAmendment':
      return amendmentCommand(step, what, state, serial);
    case 'receiptNotice':
      return { type: what, by: by(step, 'officer', unit), unitId: unit, contacts: text('c') };
    case 'askSummaryApproval': {
      const undecided = version === 0 ? ['1'] : [];
      return { type: what, by: by(step, 'office', 'office'), summaryHash: 'h', counts: { completed: 2 }, undecided };
    }
    case 'approveSummary':
      return { type: what, ...leader('h'), summaryHash: version === 0 ? 'other' : 'h' };
    case 'returnSummary':
      return { type: what, ...leader('h'), reason: text('r') };
    case 'noteTasksClosed':
      return { type: what, upTo: Math.min(version, state.taskCount), refused: [] };
    case 'noteTasksStarted':
      return { type: what, upTo: Math.min(version, state.taskCount) };
    case 'noteSlips': {
      const due = state.slipsDue[0]?.period ?? period('2022Q3');
      const more = version === 0 ? unit : null;
      return { type: what, period: due, units: [overdue(unit)], supervisionUnitId: null, after: more };
    }
    case 'proposeOrder': {
      const { unitKind, rows } = overdue(unit);
      const found = { unitKind, rows: version === 0 ? [] : rows, supervisionUnitId: null };
      const act = { type: what, by: by(step, 'office', 'office'), unitId: unit, path: `order/${serial}` } as const;
      return { ...act, reasons: text('r'), overdue: found };
    }
    case 'noteDeliveryFailure':
      return { type: what, letterId: 'l', key: 'k', failureClass: 'mailbox' };
    case 'retime':
    case 'wake':
      return { type: what };
  }
}

// Parts of task 1 are taken out of it and put back, others come in and are left out again; the tasks of the notice stay.
function reshapeCommand(step: Step, what: ReshapeCommand['type'], { state, serial, history }: Met): PlanCommand {
  const made = what === 'mergeTasks' ? 'taskSplitOff' : 'taskAdded';
  const gone = standing(history, made).at(-1);
  const isStale = step.version === 0 || (gone === undefined && (what === 'mergeTasks' || what === 'dropTask'));
  const act = { by: by(step, 'office', 'office'), draftVersion: isStale ? -1 : state.draftVersion, reason: '调整' };
  const [whole, part] = [taskOf('1', ['a', 'lead'], ['b', 'support']), taskOf(`1-${serial}`, ['a', 'lead'])];
  switch (what) {
    case 'splitTask':
      return { type: what, ...act, rest: whole, leaves: [], added: part, place: 1.5 };
    case 'mergeTasks':
      return { type: what, ...act, merged: whole, joins: [], gone: gone ?? part };
    case 'addTask': {
      const parties = step.parties.map((each, index) => [each, index === 0 ? 'lead' : 'support'] as const);
      return { type: what, ...act, draft: taskOf(`2-${serial}`, ...parties), place: 2.5 };
    }
    case 'dropTask':
      return { type: what, ...act, gone: gone ?? part };
  }
}

function standing(history: readonly PlanEvent[], made: 'taskSplitOff' | 'taskAdded'): readonly TaskDraft[] {
  const gone = history.flatMap((event) =>
    event.type === 'taskMerged' || event.type === 'taskDropped' ? [event.taskId] : [],
  );
  const drafts = history.flatMap((event) => (event.type === made ? [event.draft] : []));
  return drafts.filter(({ taskId }) => !gone.includes(taskId));
}

function amendmentCommand(
  step: Step,
  what: 'amendNotice' | 'receiptAmendment',
  { amendments }: PlanState,
  serial: number,
): PlanCommand {
  const last = amendments.at(-1)?.amendmentId ?? null;
  if (what === 'receiptAmendment') {
    return { type: what, by: by(step, 'officer', step.unit), amendmentId: last ?? 'none', unitId: step.unit };
  }
  const hashes = { originalHash: 'o', textHash: 't', differencesHash: 'd' };
  const named = { amendmentId: `amendment-${serial}`, title: '修改后的工作要点', documentNumber: null };
  const told = [...new Set(step.parties)].map((unitId) => ({ unitId, taskNumbers: ['1'] }));
  const follows = step.version === 0 ? 'another' : last;
  return { type: what, by: by(step, 'office', 'office'), ...named, ...hashes, follows, units: told };
}

function by({ person: personId, rightSeat, seat }: Step, right: Seat, unitId: string): PersonActor {
  return { personId, seat: rightSeat ? right : seat, unitId };
}

function overdue(unitId: string): OverdueUnit {
  const row = { taskId: 't', taskNumber: '1', title: '任务', obligationId: `progress/${unitId}/2022Q3` } as const;
  const owed = { kind: 'progress', period: period('2022Q3'), subjectIds: ['i'], due: plainDate('2022-10-12') } as const;
  const rows = [{ ...row, ...owed, overdueWorkingDays: 5 }];
  return { unitId, unitKey: unitId, unitKind: 'government', rows, withheld: 1 };
}
