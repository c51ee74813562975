import { RuleViolation } from '../../domain/errors.ts';
import type { ChainPosition } from '../../domain/ledger/event.ts';
import type { Instant } from '../../domain/instant.ts';
import { carryNames } from '../../domain/plan/roll-over/earlier-row.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import { endingNames } from '../../domain/task/ending/row-ending.ts';
import { loadChain } from '../../store/ledger/load.ts';
import { type PastMoment, eventsUntil } from '../../store/read/past-tasks.ts';
import { isTaskWithin, leftTaskAt, type TaskReach } from '../../store/read/task-reach.ts';
import { type TaskRows, readTaskRows, taskRowsOf } from '../../store/read/task-rows.ts';
import { type Lineage, lineageOf } from '../../store/plan/lineage.ts';
import { readClause } from '../../store/task/task-page.ts';
import type { Store } from '../../store/store.ts';
import type { DueReasonBody } from '../schemas/dates.ts';
import type { TaskPageBody } from '../schemas/task.ts';
import { type People, type Sight, peopleOf } from '../sight.ts';
import { type DatedItem, itemReasons } from './due-reason.ts';
import { lightLine, subjectLight, worstLight } from './light-line.ts';
import { obligationLines } from './obligation-lines.ts';
import { subjectLine } from './subject-line.ts';
import { textsOf } from './texts.ts';

/** Which task, of which moment (null: now). */
export interface TaskQuestion {
  readonly taskId: string;
  readonly past: PastMoment | null;
}

/** Everything about a task that the reader may see. */
export async function taskPage(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
  { taskId, past: asked }: TaskQuestion,
): Promise<TaskPageBody> {
  const { draft, clause, leftAt } = await clauseWithin(store, sight, taskId);
  const past = leftAt === null ? asked : noLaterThan(leftAt, asked);
  const { rows, chain } = past === null ? await present(store, taskId) : await earlier(store, taskId, past);
  const { statements, summaries } = rows;
  const people = await peopleOf(
    store,
    sight,
    [...statements, ...summaries].map((each) => each.person_id),
  );
  const text = await textsOf(
    store,
    [...statements, ...summaries].map((each) => each.text_id),
  );
  return {
    taskId,
    planId: sight.planId,
    number: draft.number,
    group: draft.group,
    title: draft.title,
    phase: rows.task?.phase ?? 'unissued',
    asOf: past,
    clause: { span: draft.span, text: clause },
    lineage: lineageLines(await lineageOf(store, draft)),
    light: worstLight(rows.subjects.map(subjectLight)),
    issuedAt: rows.task?.issued_at ?? null,
    endedAt: rows.task?.ended_at ?? null,
    parties: partiesOf(draft, rows, sight),
    subjects: subjectsOf(rows, sight, await itemReasons(store, sight.planId)),
    obligations: await obligationLines(store, rows, sight),
    ...remarksOf(rows, { sight, people, text }),
    position: chain.position,
    nextWake: chain.nextWake,
    parkedReason: chain.parkedReason,
  };
}

/** The clause of a task within the reader's reach; `leftAt` where their unit has left it, and may read no further. */
export async function clauseWithin(
  store: Store,
  { planId, reach }: Sight & { readonly reach: TaskReach },
  taskId: string,
): Promise<{ readonly draft: TaskDraft; readonly clause: string; readonly leftAt: Instant | null }> {
  const found = await readClause(store, taskId);
  if (found.planId !== planId) throw new RuleViolation('unknown-task', '该工作要点中没有这项任务，请核对。');
  // Who wrote single rows of it has nothing more to do with it once their unit has left.
  const leftAt = reach.writerId === null ? await leftTaskAt(store, taskId, reach.unitId) : null;
  if (leftAt === null && !(await isTaskWithin(store, { planId, taskId }, reach)))
    throw new RuleViolation('not-permitted', '本单位（或本人经办的行）与该任务无关，不能查阅。');
  return { ...found, leftAt };
}

function noLaterThan(leftAt: Instant, asked: PastMoment | null): PastMoment {
  return asked !== null && asked.moment <= leftAt ? asked : { basis: 'at', moment: leftAt };
}

interface Chain {
  readonly position: ChainPosition;
  readonly nextWake: Instant | null;
  readonly parkedReason: string | null;
}

interface Found {
  readonly rows: TaskRows;
  readonly chain: Chain;
}

async function present(store: Store, taskId: string): Promise<Found> {
  const { seq, hash, state, parkedReason } = await loadChain(store, `task/${taskId}`);
  const rows = (await readTaskRows(store, [taskId])).get(taskId) ?? taskRowsOf(store.books, []);
  return { rows, chain: { position: { seq, hash }, nextWake: store.books.task.nextWake(state), parkedReason } };
}

async function earlier(store: Store, taskId: string, past: PastMoment): Promise<Found> {
  const events = await eventsUntil(store, taskId, past);
  const last = events.at(-1);
  const position = { seq: last?.seq ?? 0, hash: last?.hash ?? '0'.repeat(64) };
  return { rows: taskRowsOf(store.books, events), chain: { position, nextWake: null, parkedReason: null } };
}

function partiesOf(draft: TaskDraft, rows: TaskRows, { unitRef }: Sight): TaskPageBody['parties'] {
  const standing =
    rows.task === null
      ? draft.parties
      : rows.parties.map(({ unit_id: unitId, role, place: order, basis }) => ({ unitId, role, order, basis }));
  return standing.map(({ unitId, ...party }) => ({ unit: unitRef(unitId), ...party }));
}

function lineageLines(lineages: readonly Lineage[]): TaskPageBody['lineage'] {
  return lineages.map(({ years, ...of }) => ({
    ...of,
    years: years.map(({ why, ending, ...year }) => ({
      ...year,
      why: carryNames[why],
      ending: ending === null ? null : endingNames[ending],
    })),
  }));
}

function subjectsOf(rows: TaskRows, sight: Sight, why: (item: DatedItem) => DueReasonBody): TaskPageBody['subjects'] {
  return rows.subjects.map((row) => ({
    ...subjectLine(row, sight),
    dueWhy: why({ taskId: row.task_id, subjectId: row.id, due: row.due, dueBasis: row.due_basis }),
    plan: row.stage_plan,
    shares: row.shares.map(({ unitId, value }) => ({ unit: sight.unitRef(unitId), value })),
    lights: rows.lights
      .filter(({ subject_id: subjectId }) => subjectId === row.id)
      .map(({ light, assessed_on: on, cause, rules_version: rulesVersion }) =>
        lightLine({ light, on, cause, rulesVersion }),
      ),
  }));
}

interface Words {
  readonly sight: Sight;
  readonly people: People;
  readonly text: (contentId: string) => string | null;
}

function remarksOf(rows: TaskRows, { sight, people, text }: Words): Pick<TaskPageBody, 'statements' | 'summaries'> {
  const statements = rows.statements.map((each) => {
    const about = rows.obligations.find(({ id }) => id === each.obligation_id);
    return {
      unit: sight.unitRef(each.unit_id),
      person: people.person(each.person_id),
      aboutUnit: about === undefined ? null : sight.unitRef(about.unit_id),
      filedAt: each.filed_at,
      text: text(each.text_id),
    };
  });
  const summaries = rows.summaries.map(({ unit_id: unitId, person_id: personId, text_id: textId, ...each }) => ({
    unit: sight.unitRef(unitId),
    person: people.person(personId),
    period: each.period,
    writtenAt: each.written_at,
    text: text(textId),
  }));
  return { statements, summaries };
}
