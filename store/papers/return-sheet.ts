import type { Period } from '../../domain/calendar/quarter.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { ReturnSheetData, ReturnSheetRow } from '../../domain/papers/return-sheet-data.ts';
import { checkCodeOf } from '../../domain/return/check-code.ts';
import { returnIdentity } from '../../domain/return/return-of.ts';
import type { ReturnRow, ReturnState } from '../../domain/return/return-state.ts';
import { sheetNumber } from '../../domain/sheet/sheet-of.ts';
import type { ObligationKind, RowPlan } from '../../domain/task/task-state.ts';
import { readHead } from '../ledger/chain-head.ts';
import type { Store } from '../store.ts';
import type { Source } from '../transaction.ts';
import { contentTexts } from './content-texts.ts';
import { type PaperQuestion, type PaperScope, readPaper } from './paper-scope.ts';

/** Whose return, of what. */
export interface ReturnSheetQuestion extends PaperQuestion {
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly period: Period | 'plan';
}

/** A unit's return in the version that stands, for signature; refused where nobody has filled anything in. */
export function readReturnSheet(
  store: Pick<Store, 'pool' | 'books'>,
  question: ReturnSheetQuestion,
): Promise<ReturnSheetData> {
  return readPaper(store, question, async (scope) => {
    const { planId, unitId, kind, period } = question;
    const unitKey = scope.units.get(unitId)?.key ?? '';
    const { returnId } = returnIdentity({ planId, unitKey }, { unitId, kind, period });
    const head = await readHead(scope.source.pool, store.books.return, `return/${returnId}`);
    const state = head.state as ReturnState;
    if (state.version === 0) {
      throw new RuleViolation('return-empty', `${scope.nameOf(unitId)}尚未填报，没有可打印的内容，请先填报。`);
    }
    const rows = state.rows.filter(({ version }) => version === state.version);
    const [earliest] = rows.map(({ due }) => due).toSorted();
    return {
      head: scope.head,
      unit: scope.nameOf(unitId),
      kind,
      period,
      number: sheetNumber({ planYear: scope.plan.planYear, sheetId: returnId }),
      version: state.version,
      checkCode: checkCodeOf(state),
      due: earliest ?? null,
      rows: await sheetRows(scope, rows),
    };
  });
}

async function sheetRows({ source, plan }: PaperScope, rows: readonly ReturnRow[]): Promise<readonly ReturnSheetRow[]> {
  const textOf = await contentTexts(
    source,
    rows.flatMap(({ entry }) => Object.values(entry?.texts ?? {}).map(({ contentId }) => contentId)),
  );
  const { rows: tasks } = await source.pool.query<{ readonly number: string; readonly title: string }>(
    'SELECT number, title FROM task_draft WHERE plan_id = $1',
    [plan.planId],
  );
  const titles = new Map(tasks.map(({ number, title }) => [number, title]));
  const milestones = await milestoneTitles(source, rows);
  return rows.map(({ taskId, taskNumber, subjectId, subject, previousValue, entry }) => ({
    taskNumber,
    task: titles.get(taskNumber) ?? '',
    title: subject.kind === 'whole' ? '整项任务' : subject.title,
    target: subject.target,
    due: subject.due,
    previousValue,
    value: entry?.value ?? null,
    isComplete: entry?.complete ?? false,
    ending: entry?.ending ?? null,
    milestonesDone: (entry?.milestonesDone ?? []).map((id) => milestones.get(`${taskId} ${subjectId} ${id}`) ?? id),
    plan: entry?.plan ?? null,
    done: textOf(entry?.texts.done?.contentId),
    problem: textOf(entry?.texts.problem?.contentId),
    next: textOf(entry?.texts.next?.contentId),
    reason: textOf(entry?.texts.reason?.contentId),
  }));
}

async function milestoneTitles({ pool }: Source, rows: readonly ReturnRow[]): Promise<ReadonlyMap<string, string>> {
  const { rows: subjects } = await pool.query<{ readonly task: string; readonly id: string; readonly plan: RowPlan }>(
    `SELECT task_id AS task, id, stage_plan AS plan FROM subject WHERE task_id = ANY ($1::uuid[]) AND stage_plan IS NOT NULL`,
    [[...new Set(rows.map(({ taskId }) => taskId))]],
  );
  return new Map(
    subjects.flatMap(({ task, id, plan }) =>
      plan.milestones.map((each) => [`${task} ${id} ${each.id}`, each.title] as const),
    ),
  );
}
