import type { EventBase, Recorded } from '../../domain/ledger/event.ts';
import { type Instant, startOfDay } from '../../domain/instant.ts';
import { addDays } from '../../domain/plain-date.ts';
import type { PlanEvent } from '../../domain/plan/plan-event.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import { type TaskState, unissuedTask } from '../../domain/task/task-state.ts';
import { readEvents } from '../../store/ledger/load.ts';
import { earlierDrafts, eventListPage } from '../../store/read/event-list.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import { type TaskRows, taskRowsOf } from '../../store/read/task-rows.ts';
import type { Store } from '../../store/store.ts';
import type { TimelineEntryBody, TimelinePageBody, TimelineQuery } from '../schemas/task.ts';
import { type Sight, peopleOf, personsIn } from '../sight.ts';
import { eventDetails } from './event-details.ts';
import { type EventDetails, tellingBasis } from './telling-basis.ts';
import { datesIn, paperIn, textsIn } from './event-parts.ts';
import { eventTitle } from './event-titles.ts';
import { paperDetail } from './matter-details.ts';
import { textsOf } from './texts.ts';
import { mayReadWords } from './visible-rows.ts';

type ReaderSight = Sight & { readonly reach: TaskReach };

/** A chain as it is told. */
export interface TimelineBody {
  readonly chain: string;
  readonly total: number;
  readonly entries: readonly TimelineEntryBody[];
}

/** All that happened to a task, up to a moment where one is named, in words; what another unit wrote only where the reader may see it. */
export async function taskTimeline(
  store: Store,
  sight: ReaderSight,
  taskId: string,
  until: Instant | null = null,
): Promise<TimelineBody> {
  const { chain, told, isReadable } = await toldTask(store, sight, { taskId, until });
  return { chain, total: told.length, entries: await entriesOf(store, sight, { told, isReadable }) };
}

/** A page of what happened to a task: it is told from its beginning, since what an event changed follows from those before. */
export async function taskTimelinePage(
  store: Store,
  sight: ReaderSight,
  { taskId, until, query }: TaskUntil & { readonly query: TimelineQuery },
): Promise<TimelinePageBody> {
  const { chain, told, isReadable } = await toldTask(store, sight, { taskId, until });
  const asked = told.filter(({ recorded }) => isAsked(recorded.event, query));
  const { page, size, order } = query;
  const ordered = order === 'desc' ? asked.toReversed() : asked;
  const shown = ordered.slice((page - 1) * size, page * size);
  const rows = await entriesOf(store, sight, { told: shown, isReadable });
  return { chain, total: asked.length, page, size, rows };
}

interface TaskUntil {
  readonly taskId: string;
  readonly until: Instant | null;
}

async function toldTask(store: Store, sight: ReaderSight, { taskId, until }: TaskUntil) {
  const chain = `task/${taskId}`;
  const all = await readEvents(store, chain);
  const events = until === null ? all : all.filter(({ event }) => event.at <= until);
  const rows = taskRowsOf(store.books, events);
  const unitName = (unitId: string): string => sight.unitRef(unitId).name;
  let before = store.books.task.initial;
  const told = events.map((recorded) => {
    const details = eventDetails(recorded.event, tellingBasis(before as TaskState, unitName));
    before = store.books.task.evolve(before, recorded.event);
    return { recorded, details };
  });
  return { chain, told, isReadable: readableBy(rows, sight.reach) };
}

function isAsked({ type, by, at }: EventBase, query: TimelineQuery): boolean {
  const { from, until } = rangeOf(query);
  return (
    (query.type === undefined || type === query.type) &&
    (query.personId === undefined || (by !== 'system' && by.personId === query.personId)) &&
    (from === null || at >= from) &&
    (until === null || at < until)
  );
}

// Whole days in Asia/Shanghai, the last included.
function rangeOf({ from, until }: TimelineQuery): { readonly from: Instant | null; readonly until: Instant | null } {
  return {
    from: from === undefined ? null : startOfDay(from),
    until: until === undefined ? null : startOfDay(addDays(until, 1)),
  };
}

/** All that happened to a plan as a whole, in words. */
export function planTimeline(store: Store, sight: Sight): Promise<TimelineBody> {
  return chainTimeline(store, sight, `plan/${sight.planId}`);
}

/** A page of what happened to a plan as a whole. */
export async function planTimelinePage(store: Store, sight: Sight, query: TimelineQuery): Promise<TimelinePageBody> {
  const { page, size, order, type = null, personId = null } = query;
  const { from, until } = rangeOf(query);
  const chain = `plan/${sight.planId}`;
  const part = { descending: order === 'desc', offset: (page - 1) * size, limit: size };
  const { total, rows } = await eventListPage(store, chain, { ...part, type, personId, from, before: until });
  const taskIds = rows.flatMap(({ event }) => draftIdOf(event) ?? []);
  const earlier = await earlierDrafts(store, chain, { taskIds, before: Math.max(...rows.map(({ seq }) => seq)) });
  const shown = new Set(rows.map(({ seq }) => seq));
  const others = earlier.filter(({ seq }) => !shown.has(seq));
  return { chain, total, page, size, rows: await chainEntries(store, sight, { events: rows, earlier: others }) };
}

/** All that happened to a slip, an order or an objection, in words. */
export async function chainTimeline(store: Store, sight: Sight, chain: string): Promise<TimelineBody> {
  const events = await readEvents(store, chain);
  return { chain, total: events.length, entries: await chainEntries(store, sight, { events, earlier: [] }) };
}

interface ChainPart {
  readonly events: readonly Recorded<EventBase>[];
  /** Earlier events by which those are told. */
  readonly earlier: readonly Recorded<EventBase>[];
}

function chainEntries(store: Store, sight: Sight, { events, earlier }: ChainPart) {
  const drafts = new Map<string, TaskDraft>();
  const basis = tellingBasis(
    unissuedTask,
    (unitId) => sight.unitRef(unitId).name,
    (taskId) => drafts.get(taskId) ?? null,
  );
  const details = new Map<number, EventDetails>();
  for (const { seq, event } of [...earlier, ...events].toSorted((a, b) => a.seq - b.seq)) {
    details.set(seq, eventDetails(event, basis));
    const draft = draftIn(event);
    if (draft !== null) drafts.set(draft.taskId, draft);
  }
  const told = events.map((recorded) => ({ recorded, details: details.get(recorded.seq) ?? {} }));
  return entriesOf(store, sight, { told, isReadable: () => true });
}

// Versions of a task of the breakdown, each of which is told by what it changed of the one before.
function draftIn(event: EventBase): TaskDraft | null {
  const told = event as PlanEvent;
  return 'draft' in told ? told.draft : null;
}

// The task whose last version before an event is needed to tell it.
function draftIdOf(event: EventBase): string | null {
  const told = event as PlanEvent;
  return told.type === 'taskDropped' ? told.taskId : (draftIn(event)?.taskId ?? null);
}

interface Told {
  readonly told: readonly { readonly recorded: Recorded<EventBase>; readonly details: EventDetails }[];
  readonly isReadable: (event: EventBase) => boolean;
}

async function entriesOf(store: Store, sight: Sight, { told, isReadable }: Told) {
  const events = told.map(({ recorded }) => recorded);
  const texts = events.map(({ event }) => (isReadable(event) ? textsIn(event) : []));
  const text = await textsOf(
    store,
    texts.flat().map(({ contentId }) => contentId),
  );
  const signers = events.map(({ event }) => paperIn(event)?.signer ?? null);
  const people = await peopleOf(store, sight, personsIn([...events.map(({ event }) => event.by), ...signers]));
  return events.map((recorded, index): TimelineEntryBody => {
    const { seq, recordedAt, event, commandId, hash } = recorded;
    const { details = [], changes = [], rulesVersion = null } = told[index]?.details ?? {};
    const by = people.maker(event.by);
    const paper = paperIn(event);
    const signed =
      paper === null
        ? []
        : [paperDetail(paper, { signer: people.actor(paper.signer).label, recorder: by?.label ?? '系统' })];
    return {
      seq,
      type: event.type,
      at: event.at,
      recordedAt,
      by,
      title: eventTitle(event.type),
      details: [...details, ...signed],
      changes,
      texts: (texts[index] ?? []).map(({ label, contentId }) => ({ label, text: text(contentId) })),
      dates: datesIn(event),
      rulesVersion,
      commandId,
      hash,
    };
  });
}

function readableBy(rows: TaskRows, reach: TaskReach): (event: EventBase) => boolean {
  const readable = new Set(rows.obligations.filter((each) => mayReadWords(each, rows, reach)).map(({ id }) => id));
  return (event) => !('obligationId' in event) || readable.has(String(event.obligationId));
}
