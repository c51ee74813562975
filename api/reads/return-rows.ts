import { quarterEnd } from '../../domain/calendar/quarter.ts';
import { dayOf } from '../../domain/instant.ts';
import { expectedValue } from '../../domain/task/expected-value.ts';
import type { SubmittedRow } from '../../domain/task/task-state.ts';
import { evidenceOfReturn } from '../../store/evidence/evidence.ts';
import { taskTitles } from '../../store/read/return-detail.ts';
import { type SubjectRow, type TaskRows, readTaskRows } from '../../store/read/task-rows.ts';
import type { Store } from '../../store/store.ts';
import type { ReturnRowBody, RowEntryBody } from '../schemas/return.ts';
import { type People, type Sight, peopleOf } from '../sight.ts';
import { itemReasons } from './due-reason.ts';
import { evidenceLine } from './evidence-lines.ts';
import { subjectLight } from './light-line.ts';
import type { AnyRow, FoundReturn } from './found-return.ts';
import { textsOf } from './texts.ts';

/** What the rows of a return are shown with. */
export interface RowBasis {
  readonly found: FoundReturn;
  readonly people: People;
  readonly mayFill: (row: AnyRow) => boolean;
}

type Text = (contentId: string | null | undefined) => string | null;

/** The rows of a return, each with what is known of its subject, prefilled with what was reported before. */
export async function returnRows(
  store: Store,
  sight: Sight,
  { found, people, mayFill }: RowBasis,
): Promise<readonly ReturnRowBody[]> {
  const { rows, owed, returnId, remarks } = found;
  const taskIds = [...new Set(rows.map(({ taskId }) => taskId))];
  const tasks = await readTaskRows(store, taskIds);
  const titles = await taskTitles(store, taskIds);
  const files = await evidenceOfReturn(store, returnId);
  const uploaders = await peopleOf(
    store,
    sight,
    files.map(({ uploadedBy }) => uploadedBy),
  );
  const itemWhy = await itemReasons(store, sight.planId);
  const parts = rows.map((row) => ({
    row,
    remark: remarks.find(({ taskId, subjectId }) => taskId === row.taskId && subjectId === row.subjectId),
    subject: tasks.get(row.taskId)?.subjects.find(({ id }) => id === row.subjectId),
    previous: previousOf(tasks.get(row.taskId), row, owed.period),
    contributions: owed.kind === 'progress' ? contributionsOf(tasks.get(row.taskId), owed) : [],
  }));
  const text: Text = await textsOf(store, [
    ...parts.flatMap(({ row, previous, remark }) => [...idsIn(row.entry), ...idsIn(previous), remark?.reasonId]),
    ...parts.flatMap(({ contributions }) => contributions.flatMap(({ submitted }) => idsIn(submitted))),
  ]);
  return parts.map(({ row, remark, subject, previous, contributions }) => {
    const bound = row.entry?.evidence ?? [];
    return {
      ...factsOf(row, subject, { tasks, titles, period: owed.period }),
      itemWhy: subject === undefined ? null : itemWhy({ ...row, due: row.subject.due, dueBasis: subject.due_basis }),
      writer: row.writerId === null ? null : people.person(row.writerId),
      entry: row.entry === null ? null : entryOf(row.entry, text),
      previous: previous === null ? null : entryOf(previous, text),
      reason: text(remark?.reasonId),
      refusal: remark?.refusal?.message ?? null,
      light: subject === undefined ? null : subjectLight(subject),
      evidence: files
        .filter(({ evidenceId }) => bound.some((ref) => ref.evidenceId === evidenceId))
        .map((file) => evidenceLine(file, uploaders)),
      contributions: contributions.map(({ unitId, submitted, submittedAt }) => ({
        unit: sight.unitRef(unitId),
        value: submitted?.value ?? null,
        text: text(submitted?.texts.done?.contentId),
        submittedAt,
      })),
      mayFill: mayFill(row),
    };
  });
}

interface FactBasis {
  readonly tasks: ReadonlyMap<string, TaskRows>;
  readonly titles: ReadonlyMap<string, string>;
  readonly period: FoundReturn['owed']['period'];
}

function factsOf(row: AnyRow, subject: SubjectRow | undefined, { tasks, titles, period }: FactBasis) {
  const { taskId, taskNumber, subjectId, due, previousValue, textLimit, state, version } = row;
  const { kind, title, target, due: itemDue, statisticsOn, asksEnding = false } = row.subject;
  return {
    taskId,
    taskNumber,
    taskTitle: titles.get(taskId) ?? '',
    subjectId,
    title,
    kind,
    target,
    itemDue,
    due,
    previousValue,
    expectedValue: expectedOf(subject, tasks.get(taskId), period),
    textLimit,
    asksEnding,
    plan: subject?.stage_plan ?? null,
    statisticsOn,
    state,
    version,
  };
}

function expectedOf(
  subject: SubjectRow | undefined,
  rows: TaskRows | undefined,
  period: FoundReturn['owed']['period'],
): number | null {
  const plan = subject?.stage_plan ?? null;
  const issuedAt = rows?.task?.issued_at;
  if (period === 'plan' || plan === null || plan.baseline === null || issuedAt === undefined) return null;
  const { target = null, due } = subject ?? {};
  if (target === null || due === undefined) return null;
  const course = { issuedOn: dayOf(issuedAt), due, baseline: plan.baseline, target: target.value, curve: plan.curve };
  return Math.round(expectedValue(course, quarterEnd(period)) * 100) / 100;
}

// What the office last accepted of the same row for an earlier period.
function previousOf(rows: TaskRows | undefined, row: AnyRow, period: string): SubmittedRow | null {
  const [kind = '', unitId = ''] = row.obligationId.split('/');
  const earlier = (rows?.obligations ?? [])
    .filter((each) => each.kind === kind && each.unit_id === unitId && each.period < period)
    .toSorted((a, b) => (a.period < b.period ? 1 : -1));
  for (const { id } of earlier) {
    const line = rows?.lines.find((each) => each.obligation_id === id && each.subject_id === row.subjectId);
    if (line?.state === 'accepted' && line.submitted !== null) return line.submitted;
  }
  return null;
}

function contributionsOf(rows: TaskRows | undefined, { unitId, period }: FoundReturn['owed']) {
  const isLead = rows?.parties.some((party) => party.unit_id === unitId && party.role === 'lead') ?? false;
  if (!isLead) return [];
  return (rows?.obligations ?? [])
    .filter(({ kind, ...each }) => (kind === 'contribution' || kind === 'district-figures') && each.period === period)
    .flatMap(({ id, unit_id: from, submitted_at: submittedAt }) =>
      (rows?.lines ?? [])
        .filter((line) => line.obligation_id === id)
        .map(({ submitted }) => ({ unitId: from, submitted, submittedAt })),
    );
}

function idsIn(entry: SubmittedRow | null): readonly string[] {
  return Object.values(entry?.texts ?? {}).map(({ contentId }) => contentId);
}

/** An entry with its texts in words. */
export function entryOf(
  { value, milestonesDone, complete, plan, ending, texts }: SubmittedRow,
  text: Text,
): RowEntryBody {
  const words = Object.entries(texts).flatMap(([name, ref]) => {
    const said = text(ref.contentId);
    return said === null ? [] : [[name, said] as const];
  });
  const said = { value, milestonesDone, complete, plan, texts: Object.fromEntries(words) };
  return ending === undefined ? said : { ...said, ending };
}
