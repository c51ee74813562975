import { workingCalendarOf } from '../../domain/calendar/calendar-table.ts';
import type { CalendarYear, WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { DecisionContext } from '../../domain/ledger/book.ts';
import { decisionVersion } from '../../domain/ledger/decision-version.ts';
import type { Rules } from '../../domain/rules.ts';
import { type RegisteredRules, completeRules } from '../../domain/rules-defaults.ts';
import type { Source } from '../transaction.ts';
import { registryChainOf } from './registry-chain.ts';

/** The calendar by which a plan goes (null: the real registry's): the newest table of each year, oldest year first. */
export async function calendarOf({ pool }: Source, planId: string | null): Promise<WorkingCalendar> {
  const { rows } = await pool.query<{ readonly table: CalendarYear }>({
    name: 'calendar',
    text: `SELECT DISTINCT ON (year) "table" FROM calendar_table WHERE registry = $1 ORDER BY year, version DESC`,
    values: [await registryChainOf(pool, planId)],
  });
  return workingCalendarOf(rows.map(({ table }) => table));
}

/** This version of the rules in the plan's registry; without a version the newest. */
export async function rulesOf({ pool }: Source, planId: string | null, version?: number): Promise<Rules> {
  const { rows } = await pool.query<{ readonly rules: RegisteredRules }>({
    name: 'rules',
    text: `SELECT rules FROM rule_set WHERE registry = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version DESC LIMIT 1`,
    values: [await registryChainOf(pool, planId), version ?? null],
  });
  const [row] = rows;
  if (row !== undefined) return completeRules(row.rules);
  throw new RuleViolation(
    'unknown-rules',
    version === undefined ? '尚未登记时限规则，请先导入规则。' : `没有第${version}版时限规则，请核对版本号。`,
  );
}

/** All by which acts on a plan are decided now: its version of the rules, and the calendar as it is known from the year before its own on. */
export async function decisionContext(source: Source, planId: string): Promise<DecisionContext> {
  const { rows } = await source.pool.query<{ readonly rules_version: number; readonly plan_year: number }>({
    name: 'rules version and year of plan',
    text: 'SELECT rules_version, plan_year FROM plan WHERE plan_id = $1',
    values: [planId],
  });
  const [plan] = rows;
  if (plan === undefined) throw new RuleViolation('unknown-plan', `没有编号为 ${planId} 的工作要点，请核对编号。`);
  const rules = await rulesOf(source, planId, plan.rules_version);
  // None of its days lies earlier, and the calendar stands in the history of every run.
  const calendar = (await calendarOf(source, planId)).filter(({ year }) => year >= plan.plan_year - 1);
  return { rules, calendar, decisionVersion };
}
