import type { EventBase, Recorded } from '../../domain/ledger/event.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PlanEvent } from '../../domain/plan/plan-event.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import { type TaskState, unissuedTask } from '../../domain/task/task-state.ts';
import { readEvents } from '../../store/ledger/load.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import { type TaskRows, taskRowsOf } from '../../store/read/task-rows.ts';
import type { Store } from '../../store/store.ts';
import type { TimelineEntryBody } from '../schemas/task.ts';
import { type Sight, peopleOf, personsIn } from '../sight.ts';
import { eventDetails } from './event-details.ts';
import { type EventDetails, tellingBasis } from './telling-basis.ts';
import { datesIn, paperIn, textsIn } from './event-parts.ts';
import { eventTitle } from './event-titles.ts';
import { paperDetail } from './matter-details.ts';
import { textsOf } from './texts.ts';
import { mayReadWords } from './visible-rows.ts';

/** A chain as it is told. */
export interface TimelineBody {
  readonly chain: string;
  readonly total: number;
  readonly entries: readonly TimelineEntryBody[];
}

/** All that happened to a task, up to a moment where one is named, in words; what another unit wrote only where the reader may see it. */
export async function taskTimeline(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
  taskId: string,
  until: Instant | null = null,
): Promise<TimelineBody> {
  const chain = `task/${taskId}`;
  const all = await readEvents(store, chain);
  const events = until === null ? all : all.filter(({ event }) => event.at <= until);
  const rows = taskRowsOf(store.books, events);
  const unitName = (unitId: string): string => sight.unitRef(unitId).name;
  let before = store.books.task.initial;
  const told = events.map((recorded) => {
    const details = eventDetails(recorded.event, tellingBasis(before as TaskState, unitName));
    before = store.books.task.evolve(before, recorded.event);
    return details;
  });
  const entries = await entriesOf(store, sight, { events, told, isReadable: readableBy(rows, sight.reach) });
  return { chain, total: events.length, entries };
}

/** All that happened to a plan as a whole, in words. */
export function planTimeline(store: Store, sight: Sight): Promise<TimelineBody> {
  return chainTimeline(store, sight, `plan/${sight.planId}`);
}

/** All that happened to a slip, an order or an objection, in words. */
export async function chainTimeline(store: Store, sight: Sight, chain: string): Promise<TimelineBody> {
  const events = await readEvents(store, chain);
  const drafts = new Map<string, TaskDraft>();
  const basis = tellingBasis(
    unissuedTask,
    (unitId) => sight.unitRef(unitId).name,
    (taskId) => drafts.get(taskId) ?? null,
  );
  const told = events.map(({ event }) => {
    const details = eventDetails(event, basis);
    const draft = draftIn(event);
    if (draft !== null) drafts.set(draft.taskId, draft);
    return details;
  });
  return {
    chain,
    total: events.length,
    entries: await entriesOf(store, sight, { events, told, isReadable: () => true }),
  };
}

// Versions of a task of the breakdown, each of which is told by what it changed of the one before.
function draftIn(event: EventBase): TaskDraft | null {
  const told = event as PlanEvent;
  const isVersion = told.type === 'taskDrafted' || told.type === 'taskRevised' || told.type === 'taskSplitOff';
  return isVersion ? told.draft : null;
}

interface Told {
  readonly events: readonly Recorded<EventBase>[];
  readonly told: readonly EventDetails[];
  readonly isReadable: (event: EventBase) => boolean;
}

async function entriesOf(store: Store, sight: Sight, { events, told, isReadable }: Told) {
  const texts = events.map(({ event }) => (isReadable(event) ? textsIn(event) : []));
  const text = await textsOf(
    store,
    texts.flat().map(({ contentId }) => contentId),
  );
  const signers = events.map(({ event }) => paperIn(event)?.signer ?? null);
  const people = await peopleOf(store, sight, personsIn([...events.map(({ event }) => event.by), ...signers]));
  return events.map((recorded, index): TimelineEntryBody => {
    const { seq, recordedAt, event, commandId, hash } = recorded;
    const { details = [], changes = [], rulesVersion = null } = told[index] ?? {};
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
