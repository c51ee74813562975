import { fc } from '../../support/drawn.ts';
import { type PersonActor, type Seat, seats } from '../../../domain/actor.ts';
import { canonicalText } from '../../../domain/canonical.ts';
import { RuleViolation } from '../../../domain/errors.ts';
import { type Instant, epochOf, instantOfEpoch } from '../../../domain/instant.ts';
import type { Letter } from '../../../domain/ledger/letter.ts';
import type { PaperApproval } from '../../../domain/paper-approval.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { checkCodeOf } from '../../../domain/return/check-code.ts';
import { decideReturn } from '../../../domain/return/decide.ts';
import { returnBook } from '../../../domain/return/return-book.ts';
import type { ReturnCommand } from '../../../domain/return/return-command.ts';
import type { OpenedRow, ReturnEvent } from '../../../domain/return/return-event.ts';
import type { ReturnState } from '../../../domain/return/return-state.ts';
import { isReviewed } from '../../../domain/task/obligations.ts';
import type { ObligationKind } from '../../../domain/task/task-state.ts';
import { context } from '../plan/plan-play.ts';
import { entryOf, identityOf, on, rowOf, text } from './return-play.ts';

/** One drawn step: what is tried, by whom, on which rows, how much later. */
export interface Step {
  readonly what: ReturnCommand['type'];
  /** Does instead what comes next in an ordinary life, so that lives get far. */
  readonly sensible: boolean;
  readonly hours: number;
  readonly person: string;
  readonly rightSeat: boolean;
  readonly asWriter: boolean;
  readonly seat: Seat;
  readonly tasks: readonly string[];
  readonly wrongVersion: boolean;
  readonly refuses: boolean;
  readonly writer: string | null;
  /** Approved on paper, by whom, and whether it was printed before the last change. */
  readonly signer: string | null;
  readonly isOldPrint: boolean;
  /** For whom the person acts as a deputy. */
  readonly deputyFor: string | null;
}

/** A drawn return of a kind. */
export interface Drawn {
  readonly kind: ObligationKind;
  readonly steps: readonly Step[];
}

const whats: readonly ReturnCommand['type'][] = [
  'reopenRows',
  'saveRows',
  'saveRows',
  'saveRows',
  'handOverRows',
  'askHeadApproval',
  'askHeadApproval',
  'refuseHeadApproval',
  'submitReturn',
  'submitReturn',
  'reviewReturn',
  'reviewReturn',
  'reviewReturn',
  'noteDelivery',
  'noteDelivery',
];
const tasks = ['1', '2', '3'];
const persons = ['p', 'q', 'r', 's'];

/** Drawn lives of returns of every kind. */
export const returns: fc.Arbitrary<Drawn> = fc.record({
  kind: fc.constantFrom<ObligationKind>('progress', 'progress', 'stage-plan', 'contribution', 'district-figures'),
  steps: fc.array(
    fc.record({
      what: fc.constantFrom(...whats),
      sensible: fc.boolean(),
      hours: fc.integer({ min: 0, max: 30 }),
      person: fc.constantFrom(...persons),
      rightSeat: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
      asWriter: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      seat: fc.constantFrom(...seats),
      tasks: fc.subarray(tasks, { minLength: 1 }),
      wrongVersion: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      refuses: fc.integer({ min: 0, max: 2 }).map((n) => n === 0),
      writer: fc.option(fc.constantFrom(...persons)),
      signer: fc.option(fc.constantFrom(...persons), { freq: 2 }),
      isOldPrint: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
      deputyFor: fc.option(fc.constantFrom(...persons), { freq: 2 }),
    }),
    { minLength: 15, maxLength: 60 },
  ),
});

/** A decision that was taken, with everything around it. */
export interface Taken {
  readonly command: ReturnCommand;
  readonly before: ReturnState;
  readonly after: ReturnState;
  readonly events: readonly ReturnEvent[];
  readonly waiting: readonly Letter[];
}

/** A drawn life as it went. */
export interface Life {
  readonly kind: ObligationKind;
  readonly taken: readonly Taken[];
  readonly history: readonly ReturnEvent[];
}

/** Lives the steps; the tasks hold rows open until a submission has reached them, and again once they were sent back. */
export function live({ kind, steps }: Drawn): Life {
  let life: Life = { kind, taken: [], history: [] };
  let open: readonly string[] = tasks;
  let now = on('2022-10-01');
  for (const step of steps) {
    now = instantOfEpoch(epochOf(now) + step.hours * 3_600_000);
    const state = { ...stateOf(life), kind };
    const command = commandOf(step.sensible ? sensible(step, state) : step, state, open);
    const next = tried(life, command, now);
    if (next !== life) open = openAfter(open, command, stateOf(next));
    life = next;
  }
  return life;
}

/** The return as it stands after everything that was taken. */
export function stateOf({ taken }: Life): ReturnState {
  return taken.at(-1)?.after ?? returnBook.initial;
}

function sensible(step: Step, { phase, rows, kind, askedBy, deliveredVersion, version }: ReturnState): Step {
  const plain = { ...step, rightSeat: true, asWriter: false, wrongVersion: false };
  const waits = rows.some((row) => row.state === 'submitted');
  if (phase === 'submitted' && deliveredVersion < version) return { ...plain, what: 'noteDelivery' };
  if (phase === 'submitted' && waits && isReviewed(kind)) return { ...plain, what: 'reviewReturn', person: 's' };
  const isFilled = phase === 'draft' && rows.every(({ state, entry }) => state !== 'draft' || entry !== null);
  if (!isFilled) return { ...plain, what: 'saveRows', tasks: fillable(rows), person: 'p' };
  if (isReviewed(kind) && askedBy === null) return { ...plain, what: 'askHeadApproval', person: 'p' };
  return { ...plain, what: 'submitReturn', person: 'q' };
}

function fillable(rows: ReturnState['rows']): readonly string[] {
  const open = rows.filter(({ state }) => state !== 'accepted' && state !== 'submitted').map(({ taskId }) => taskId);
  return rows.length === 0 ? tasks : open;
}

function tried(life: Life, command: ReturnCommand, at: Instant): Life {
  const before = stateOf(life);
  const characters = { 'text-done': 20, 'text-next': 10 };
  let events: readonly ReturnEvent[];
  try {
    events = decideReturn(before, { command, at, identity: identityOf(life.kind), characters }, context);
  } catch (error) {
    if (error instanceof RuleViolation) return life;
    throw error;
  }
  const kept = JSON.parse(canonicalText(events)) as readonly ReturnEvent[];
  let waiting = (life.taken.at(-1)?.waiting ?? []).filter(({ dueAt }) => dueAt > at);
  let state = before;
  for (const event of kept) {
    const next = returnBook.evolve(state, event);
    const { make, withdraw } = returnBook.lettersFor(event, state, next);
    waiting = [...waiting.filter(({ key }) => !withdraw.includes(key)), ...make];
    state = next;
  }
  const after = JSON.parse(canonicalText(state)) as ReturnState;
  const taken: Taken = { command, before, after, events: kept, waiting };
  return { ...life, taken: [...life.taken, taken], history: [...life.history, ...kept] };
}

function openAfter(open: readonly string[], command: ReturnCommand, { rows }: ReturnState): readonly string[] {
  if (command.type !== 'noteDelivery' && command.type !== 'reopenRows') return open;
  return tasks.filter((taskId) => {
    const row = rows.find((each) => each.taskId === taskId);
    if (row === undefined || row.state === 'draft') return open.includes(taskId);
    return row.state === 'sent-back' || row.state === 'refused';
  });
}

function commandOf(step: Step, state: ReturnState, open: readonly string[]): ReturnCommand {
  const { what, rightSeat, wrongVersion, writer } = step;
  const openRows = open.map((taskId) => openRow(state.kind, taskId));
  const version = wrongVersion ? state.version + 1 : state.version;
  switch (what) {
    case 'saveRows': {
      const rows = step.tasks.map((taskId) => ({ taskId, entry: entryFor(state.kind) }));
      return { type: what, by: by(step, step.asWriter && rightSeat ? 'writer' : 'officer'), rows, openRows };
    }
    case 'handOverRows':
      return { type: what, by: by(step, 'officer'), rows: keys(step.tasks), writerId: writer, openRows };
    case 'askHeadApproval':
      return { type: what, by: by(step, 'officer') };
    case 'refuseHeadApproval':
      return { type: what, by: by(step, 'head'), reason: text('r') };
    case 'submitReturn':
      return submission(step, state, version);
    case 'reviewReturn': {
      const submitted = state.rows.filter((row) => row.state === 'submitted').map(({ taskId }) => taskId);
      const returned = step.tasks.filter((taskId) => submitted.includes(taskId));
      const sendBack = step.refuses ? keys(returned).map((key) => ({ ...key, reason: text('r') })) : [];
      return {
        type: what,
        by: { ...by(step, 'office'), unitId: 'office' },
        version,
        sendBack,
        ownUnit: false,
        isOfUnit: false,
      };
    }
    case 'reopenRows':
      return { type: what, rows: keys(step.tasks), notBy: ['s'], objectionId: 'objection' };
    case 'noteDelivery': {
      const refused = step.refuses ? step.tasks.map((taskId) => ({ taskId, code: 'c', message: 'm' })) : [];
      const isReview = isReviewed(state.kind) && state.deliveredVersion === state.version;
      const act = `r/${state.version}${isReview ? '/review' : ''}`;
      return state.version === 0 ? { type: 'askHeadApproval', by: by(step, 'officer') } : { type: what, act, refused };
    }
  }
}

function submission(step: Step, state: ReturnState, version: number): ReturnCommand {
  const { signer, deputyFor, person, isOldPrint } = step;
  const acting = deputyFor === null || deputyFor === (signer ?? person) ? {} : { deputyFor };
  if (signer === null) return { type: 'submitReturn', by: { ...by(step, 'head'), ...acting }, version };
  const paper: PaperApproval = {
    signer: { personId: signer, seat: 'head', unitId: state.unitId, ...acting },
    signedOn: plainDate('2022-10-01'),
    scanHash: 'a'.repeat(64),
    checkCode: isOldPrint ? '00000-00000' : checkCodeOf(state),
  };
  return { type: 'submitReturn', by: by(step, 'officer'), version, paper };
}

// A contribution may be handed over and saved before its return has a kind: then as progress, which every kind of row can be.
function entryFor(kind: ObligationKind) {
  if (kind === 'district-figures') return entryOf(['done'], { value: 3 });
  if (kind !== 'stage-plan') return entryOf(['done']);
  return entryOf([], {
    plan: {
      baseline: null,
      curve: [],
      milestones: [{ id: 'm', title: '启动', due: rowOf('1').due }],
      statisticsOn: null,
    },
  });
}

function openRow(kind: ObligationKind, taskId: string): OpenedRow {
  return kind === 'district-figures' ? rowOf(taskId, { kind: 'number' }) : rowOf(taskId);
}

function keys(taskIds: readonly string[]) {
  return taskIds.map((taskId) => ({ taskId, subjectId: '1' }));
}

function by({ person: personId, rightSeat, seat }: Step, right: Seat): PersonActor {
  return { personId, seat: rightSeat ? right : seat, unitId: 'u' };
}
