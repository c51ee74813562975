import type { ComputedDate } from '../../domain/calendar/working-calendar.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import { lightsBySeverity } from '../../domain/task/lights.ts';
import { readDrafts } from '../../store/plan/breakdown.ts';
import { resubmitCounts } from '../../store/read/counted-dates.ts';
import { type PastMoment, pastTaskRows } from '../../store/read/past-tasks.ts';
import { type RegisterQuestion, registerTasks } from '../../store/read/register.ts';
import { isTaskWithin, leftTaskAt, type TaskReach } from '../../store/read/task-reach.ts';
import { type TaskRows, readTaskRows } from '../../store/read/task-rows.ts';
import type { Store } from '../../store/store.ts';
import type { RegisterPageBody, RegisterQuery, RegisterRowBody, SubjectLineBody } from '../schemas/register.ts';
import type { Sight } from '../sight.ts';
import { countedReason } from './due-reason.ts';
import { worstLight } from './light-line.ts';
import { pastOf } from './past-of.ts';
import { subjectLine } from './subject-line.ts';

/** A page of the register 台账, as it stands or as it stood. */
export async function registerPage(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
  query: RegisterQuery,
): Promise<RegisterPageBody> {
  const past = pastOf(query);
  const { page, size } = query;
  if (past !== null) {
    const rows = await pastRows(store, sight, { query, past });
    return { total: rows.length, page, size, rows: rows.slice((page - 1) * size, page * size), asOf: past };
  }
  const { total, tasks } = await registerTasks(store, sight.planId, questionOf(query, sight.reach));
  const found = await readTaskRows(
    store,
    tasks.map(({ taskId }) => taskId),
  );
  const resubmits = await resubmitCounts(store, [...found.keys()]);
  const rows = tasks.map(({ taskId, position, draft }) =>
    registerRow({ draft, position }, found.get(taskId), { ...sight, resubmits }),
  );
  return { total, page, size, rows, asOf: null };
}

function questionOf(query: RegisterQuery, reach: TaskReach): RegisterQuestion {
  const { page, size, group, unitId, role, light, overdue, phase, search, sort, order } = query;
  return {
    reach,
    group: group ?? null,
    unitId: unitId ?? null,
    role: role ?? null,
    light: light ?? null,
    overdue: overdue === undefined ? null : overdue === 'true',
    phase: phase ?? null,
    search: search ?? null,
    sort,
    descending: order === 'desc',
    offset: (page - 1) * size,
    limit: size,
  };
}

async function pastRows(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
  { query, past }: { readonly query: RegisterQuery; readonly past: PastMoment },
): Promise<readonly RegisterRowBody[]> {
  const drafts = await readDrafts(store, sight.planId);
  const found = await pastTaskRows(
    store,
    drafts.map(({ taskId }) => taskId),
    past,
  );
  const resubmits = await resubmitCounts(store, [...found.keys()]);
  const rows: RegisterRowBody[] = [];
  for (const [index, draft] of drafts.entries()) {
    if (!(await wasWithin(store, sight, { taskId: draft.taskId, past }))) continue;
    const row = registerRow({ draft, position: index + 1 }, found.get(draft.taskId), { ...sight, resubmits });
    if (isAsked(row, query)) rows.push(row);
  }
  return sorted(rows, query);
}

// A unit that has left a task since reads it as it was while it had a part in it.
async function wasWithin(
  store: Store,
  { planId, reach }: Sight & { readonly reach: TaskReach },
  { taskId, past }: { readonly taskId: string; readonly past: PastMoment },
): Promise<boolean> {
  if (await isTaskWithin(store, { planId, taskId }, reach)) return true;
  const leftAt = reach.writerId === null ? await leftTaskAt(store, taskId, reach.unitId) : null;
  return leftAt !== null && past.moment < leftAt;
}

// As the present register is sorted: what has no value comes last, and what is alike stays in the order of the notice.
function sorted(rows: readonly RegisterRowBody[], { sort, order }: RegisterQuery): readonly RegisterRowBody[] {
  const value = ({ position, nextDue, light, overdueObligations }: RegisterRowBody): string | number | null => {
    if (sort === 'due') return nextDue;
    if (sort === 'overdue') return overdueObligations;
    if (sort === 'light') return light === null ? null : lightsBySeverity.indexOf(light.light);
    return position;
  };
  return rows.toSorted((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === b) return one.position - other.position;
    if (a === null || b === null) return a === null ? 1 : -1;
    return (a < b ? -1 : 1) * (order === 'desc' ? -1 : 1);
  });
}

function isAsked(row: RegisterRowBody, query: RegisterQuery): boolean {
  const { group, unitId, role, light, overdue, phase, search } = query;
  const parts = row.parties.filter(({ unit }) => unit.unitId === unitId).map((party) => party.role as string);
  const accounts = row.subjects.some(({ unit }) => unit.unitId === unitId) ? ['accountable'] : [];
  return (
    (group === undefined || row.group === group) &&
    (unitId === undefined || [...parts, ...accounts].some((part) => role === undefined || part === role)) &&
    (light === undefined || row.subjects.some((subject) => subject.light?.light === light)) &&
    (overdue === undefined || row.overdueObligations > 0 === (overdue === 'true')) &&
    (phase === undefined || row.phase === phase) &&
    (search === undefined || row.number === search || row.title.includes(search))
  );
}

function registerRow(
  { draft, position }: { readonly draft: TaskDraft; readonly position: number },
  rows: TaskRows | undefined,
  sight: Pick<Sight, 'unitRef'> & { readonly resubmits: ReadonlyMap<string, ComputedDate> },
): RegisterRowBody {
  const { taskId, number, group, title } = draft;
  const task = rows?.task ?? null;
  const subjects =
    task === null ? draftedSubjects(draft, sight) : (rows?.subjects ?? []).map((row) => subjectLine(row, sight));
  const obligations = rows?.obligations ?? [];
  const owed = obligations.filter(({ state }) => state === 'open' || state === 'sent-back');
  const next = owed
    .map(({ id, due, due_computed: counted, resubmit_due: again }) =>
      again === null ? { day: due, counted } : { day: again, counted: sight.resubmits.get(`${taskId} ${id}`) },
    )
    .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))[0];
  return {
    taskId,
    number,
    position,
    group,
    title,
    phase: task?.phase ?? 'unissued',
    parties: partiesOf(draft, rows).map(({ unitId, role }) => ({ unit: sight.unitRef(unitId), role })),
    light: worstLight(subjects.map(({ light }) => light)),
    subjects,
    nextDue: next?.day ?? null,
    nextWhy: next === undefined ? null : countedReason(next.day, next.counted),
    openObligations: owed.length,
    overdueObligations: obligations.filter(({ overdue }) => overdue).length,
    lateObligations: obligations.filter(({ late }) => late).length,
  };
}

function partiesOf(
  draft: TaskDraft,
  rows: TaskRows | undefined,
): readonly Pick<TaskDraft['parties'][number], 'unitId' | 'role'>[] {
  if (rows === undefined || rows.task === null) return draft.parties;
  return rows.parties.map(({ unit_id: unitId, role }) => ({ unitId, role }));
}

function draftedSubjects({ items }: TaskDraft, { unitRef }: Pick<Sight, 'unitRef'>): readonly SubjectLineBody[] {
  return items.flatMap(({ id, unitId, kind, title, target, commitment, due, dueBasis, tracked }) =>
    unitId === null
      ? []
      : [
          {
            subjectId: id,
            unit: unitRef(unitId),
            kind,
            title,
            target,
            commitment,
            due,
            dueBasis,
            tracked,
            progress: null,
            rate: null,
            light: null,
          },
        ],
  );
}
