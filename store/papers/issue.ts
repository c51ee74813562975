import { type Period, quarterLabel } from '../../domain/calendar/quarter.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { dayOf } from '../../domain/instant.ts';
import type { IssueData } from '../../domain/papers/issue-data.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { planUnits } from '../plan/plan-units.ts';
import type { Store } from '../store.ts';
import { breakdownTasks } from './breakdown-tasks.ts';
import { type PaperQuestion, type PaperScope, readPaper } from './paper-scope.ts';

/** What a unit, or everybody, is handed over with the issue; refused before it. */
export function readIssue(
  store: Pick<Store, 'pool'>,
  question: PaperQuestion & { readonly unitId?: string },
): Promise<IssueData> {
  return readPaper(store, question, async (scope) => {
    const { issuedAt, receiptDue, planId } = scope.plan;
    if (issuedAt === null || receiptDue === null) {
      throw new RuleViolation('not-issued', '工作要点尚未印发交办，不能打印交办通知，请先执行 duban issue。');
    }
    const { unitId } = question;
    const wanted = new Set((await planUnits(scope.source, planId)).map((line) => line.unitId));
    const names = [...scope.units.values()].filter((unit) => wanted.has(unit.unitId)).map(({ name }) => name);
    return {
      head: scope.head,
      units: unitId === undefined ? names : [scope.nameOf(unitId)],
      issuedOn: dayOf(issuedAt),
      receiptDue,
      ...(await firstDues(scope, unitId)),
      tasks: await breakdownTasks(scope, unitId),
    };
  });
}

interface DueRow {
  readonly kind: string;
  readonly period: Period;
  readonly due: PlainDate;
}

async function firstDues(
  { source, plan }: PaperScope,
  unitId: string | undefined,
): Promise<Pick<IssueData, 'stagePlanDue' | 'firstReturn'>> {
  const { rows } = await source.pool.query<DueRow>(
    `SELECT DISTINCT ON (kind) kind, period, due FROM obligation
     WHERE plan_id = $1 AND kind IN ('stage-plan', 'progress') AND ($2::uuid IS NULL OR unit_id = $2)
     ORDER BY kind, due, period`,
    [plan.planId, unitId ?? null],
  );
  const first = rows.find(({ kind }) => kind === 'progress');
  return {
    stagePlanDue: rows.find(({ kind }) => kind === 'stage-plan')?.due ?? null,
    firstReturn: first === undefined ? null : { label: quarterLabel(first.period), due: first.due },
  };
}
