import { type Period, quarterEnd, quarterLabel, quarterOf, quarterStart } from '../../domain/calendar/quarter.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { dayOf } from '../../domain/instant.ts';
import type { RegisterData, RegisterRow } from '../../domain/papers/register-data.ts';
import { expectedValue } from '../../domain/task/expected-value.ts';
import { isCeiling } from '../../domain/task/row-verdict.ts';
import type { Store } from '../store.ts';
import { collectiveNames } from './collective-names.ts';
import { contentTexts } from './content-texts.ts';
import { type NamedPerson, type PaperQuestion, type PaperScope, namedHolders, readPaper } from './paper-scope.ts';
import { type SubjectLine, saidTextIds, subjectLines, valueOf } from './subject-lines.ts';

/** The register 台账 of an issued plan; without a quarter that of the day, at most the plan's last. */
export function readRegister(
  store: Pick<Store, 'pool'>,
  question: PaperQuestion & { readonly period?: Period },
): Promise<RegisterData> {
  return readPaper(store, question, async (scope) => {
    const lines = await subjectLines(scope);
    if (lines.length === 0) {
      throw new RuleViolation(
        'not-issued',
        '工作要点尚未印发交办，还没有台账；交办前可打印任务分解表（duban paper breakdown）。',
      );
    }
    const period = question.period ?? (await periodOf(scope));
    return { head: scope.head, period, rows: await registerRows(scope, lines, period) };
  });
}

async function periodOf({ source, plan, head }: PaperScope): Promise<Period> {
  const { rows } = await source.pool.query<{ readonly last: Period | null }>(
    'SELECT max(last_period) AS last FROM task WHERE plan_id = $1',
    [plan.planId],
  );
  const [today, last] = [quarterOf(head.day), rows[0]?.last ?? null];
  return last !== null && last < today ? last : today;
}

async function registerRows(
  scope: PaperScope,
  lines: readonly SubjectLine[],
  period: Period,
): Promise<readonly RegisterRow[]> {
  const { source, plan, nameOf } = scope;
  const textOf = await contentTexts(source, saidTextIds(lines));
  const parties = await partiesOf(scope);
  const leaders = Map.groupBy(await namedHolders(scope, { seat: 'leader' }), ({ unitId }) => unitId);
  const heads = Map.groupBy(await namedHolders(scope, { seat: 'head' }), ({ unitId }) => unitId);
  const officers = Map.groupBy(await namedHolders(scope, { seat: 'officer' }), ({ unitId }) => unitId);
  return lines.map((line) => {
    const { number, group, task, kind, title, commitment, due, dueBasis, tracked, target, light, unitId, said } = line;
    const { leadIds, leads, supports } = parties.get(line.taskId) ?? { leadIds: [], leads: [], supports: [] };
    return {
      number,
      group,
      task,
      kind,
      title,
      commitment,
      due,
      dueBasis,
      tracked,
      target,
      light,
      leads,
      supports,
      unit: nameOf(unitId),
      milestones: (line.stagePlan?.milestones ?? []).filter(
        (each) => quarterStart(period) <= each.due && each.due <= quarterEnd(period),
      ),
      expected: expectedAt(line, period),
      value: valueOf(line),
      reportedPeriod: said?.period ?? null,
      done: textOf(said?.row.texts.done?.contentId),
      problem: textOf(said?.row.texts.problem?.contentId),
      next: textOf(said?.row.texts.next?.contentId),
      cityLeaders: inCharge(leaders, leadIds, plan.leadershipUnitId),
      unitHeads: names(heads.get(unitId) ?? []),
      officers: (officers.get(unitId) ?? []).map(({ name, phone }) => ({ name, phone })),
      remark: remarkOf(line),
    };
  });
}

// 分管市领导: who holds a leader's seat at a lead unit itself is in charge of it; else the leaders of the whole plan.
function inCharge(
  leaders: ReadonlyMap<string, readonly NamedPerson[]>,
  leadIds: readonly string[],
  leadershipUnitId: string,
): readonly string[] {
  const own = leadIds.flatMap((unitId) => names(leaders.get(unitId) ?? []));
  return own.length > 0 ? [...new Set(own)] : names(leaders.get(leadershipUnitId) ?? []);
}

function names(persons: readonly NamedPerson[]): readonly string[] {
  return persons.map(({ name }) => name);
}

function expectedAt({ target, stagePlan, issuedAt, due }: SubjectLine, period: Period): number | null {
  const baseline = stagePlan?.baseline ?? null;
  const hasCeiling: boolean = isCeiling(target);
  if (target === null || stagePlan === null || baseline === null || hasCeiling) return null;
  const course = { issuedOn: dayOf(issuedAt), due, baseline, target: target.value, curve: stagePlan.curve };
  return expectedValue(course, quarterEnd(period));
}

function remarkOf({ ending, tracked, lateIn, overdueIn }: SubjectLine): string {
  return [
    ...(ending === null ? [] : ['已办结']),
    ...(tracked ? ['跟踪，不计入本年度评价'] : []),
    ...lateIn.map((period) => `${quarterLabel(period)}迟报`),
    ...overdueIn.map((period) => `${quarterLabel(period)}逾期未报`),
  ].join('\n');
}

interface PartiesOfTask extends Pick<RegisterRow, 'leads' | 'supports'> {
  readonly leadIds: readonly string[];
}

interface PartyRow {
  readonly taskId: string;
  readonly unitId: string;
  readonly role: 'lead' | 'support' | 'district';
}

async function partiesOf({ source, plan, nameOf, units }: PaperScope): Promise<ReadonlyMap<string, PartiesOfTask>> {
  const { rows } = await source.pool.query<PartyRow>(
    `SELECT task_id AS "taskId", unit_id AS "unitId", role FROM task_party WHERE plan_id = $1 AND left_at IS NULL
     ORDER BY task_id, array_position(ARRAY['lead', 'support', 'district'], role), place`,
    [plan.planId],
  );
  const byTask = Map.groupBy(rows, ({ taskId }) => taskId);
  return new Map(
    [...byTask].map(([taskId, parties]) => {
      const having = (isLead: boolean) =>
        parties.filter(({ role }) => (role === 'lead') === isLead).map(({ unitId }) => unitId);
      const leadIds = having(true);
      return [taskId, { leadIds, leads: leadIds.map(nameOf), supports: collectiveNames(having(false), units) }];
    }),
  );
}
