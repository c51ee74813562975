import { workingDaysBetween } from '../../domain/calendar/working-calendar.ts';
import type { DecisionContext } from '../../domain/ledger/book.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Rules } from '../../domain/rules.ts';
import type { ObligationKind } from '../../domain/task/task-state.ts';
import type { Period } from '../../domain/calendar/quarter.ts';
import { type PlanUnitLine, planUnits } from '../../store/plan/plan-units.ts';
import { type PlanCounts, countsOfPlan } from '../../store/read/counted-dates.ts';
import { handedRows, headApprovals, openStatements } from '../../store/read/unit-duties.ts';
import { decisionContext } from '../../store/registry/decision-data.ts';
import { owedReturns } from '../../store/return/owed-obligations.ts';
import type { Store } from '../../store/store.ts';
import type { DutyBody } from '../schemas/desk.ts';
import type { Sight } from '../sight.ts';
import { returnTitle } from '../words.ts';
import { type OwedDay, countedReason, owedReasons, saidReason } from './due-reason.ts';
import { byUrgency, consequenceOf, urgencyOf } from './working-days.ts';

/** Makes duties, each with its urgency on the plan's day. */
export type DutyMaker = (
  duty: Pick<DutyBody, 'kind' | 'title' | 'due'> & { readonly unitId: string } & Partial<DutyBody>,
) => DutyBody;

/** A maker of duties by the plan's calendar. */
export function dutyMaker({ today, unitRef }: Sight, { calendar, rules }: DecisionContext): DutyMaker {
  return ({ unitId, due, ...duty }) => {
    const daysLeft = workingDaysBetween(calendar, today, due);
    return {
      unit: unitRef(unitId),
      due,
      workingDaysLeft: daysLeft,
      urgency: urgencyOf(daysLeft, { due, today, isSentBack: (duty.sentBackRows ?? 0) > 0 }),
      consequence: consequenceOf(due, today, rules.slipWorkingDaysAfterDue),
      tasks: 0,
      rows: 0,
      sentBackRows: 0,
      of: null,
      taskId: null,
      why: null,
      ...duty,
    };
  };
}

/** Who is asked: a unit (null: all), and whether rows handed to a writer are meant instead. */
export interface DutyQuestion {
  readonly unitId: string | null;
  readonly writerId: string | null;
}

/** Everything that is asked of a unit (or of all), the most pressing first. */
export async function duties(store: Store, sight: Sight, question: DutyQuestion): Promise<readonly DutyBody[]> {
  const context = await decisionContext(store, sight.planId);
  const make = dutyMaker(sight, context);
  const why = await owedReasons(store, sight.planId, question.unitId);
  const found =
    question.writerId === null
      ? await ofUnits(store, sight, { ...question, make, why, rules: context.rules })
      : await ofWriter(store, sight, { writerId: question.writerId, make, why });
  return found.toSorted(byUrgency);
}

interface Makers {
  readonly make: DutyMaker;
  readonly why: (owed: OwedDay) => DutyBody['why'];
}

async function ofWriter(
  store: Store,
  { planId }: Sight,
  { writerId, make, why }: Makers & { readonly writerId: string },
): Promise<readonly DutyBody[]> {
  const waiting = await handedRows(store, planId, writerId);
  return waiting.map((each) =>
    make({ ...factsOf(each), why: why(each), kind: 'handed-rows', title: `${titleOf(each)}（分派给本人的行）` }),
  );
}

async function ofUnits(
  store: Store,
  sight: Sight,
  { unitId, make, why, rules }: Makers & { readonly unitId: string | null; readonly rules: Rules },
): Promise<readonly DutyBody[]> {
  const { planId, today } = sight;
  const units = (await planUnits(store, planId)).filter((each) => unitId === null || each.unitId === unitId);
  const owed = await owedReturns(store, planId, unitId ?? undefined);
  const approvals = await headApprovals(store, planId, unitId);
  const limits = await countsOfPlan(store, planId);
  const statements = unitId === null ? [] : await openStatements(store, { planId, unitId, today });
  return [
    ...units.flatMap((unit) => noticeDuties(unit, sight, { make, limits })),
    ...owed.map((each) =>
      make({
        ...factsOf(each),
        why: why(each),
        kind: 'return',
        title: titleOf(each),
        sentBackRows: each.sentBackRows,
      }),
    ),
    ...approvals.map((each) =>
      make({ ...factsOf(each), why: why(each), kind: 'head-approval', title: `${titleOf(each)}待审签` }),
    ),
    ...statements.map(({ taskId, taskNumber, title, until }) =>
      make({
        kind: 'statement',
        title: `第${taskNumber}项“${title}”可以提出不同意见`,
        unitId: unitId ?? '',
        due: until,
        why: saidReason(
          `配合单位和板块单位可以在牵头单位报送后${rules.differingStatementWorkingDays}个工作日内提出不同意见。`,
        ),
        taskId,
        tasks: 1,
        consequence: '过期后不能再提出不同意见；不提出不影响牵头单位报送。',
      }),
    ),
  ];
}

function noticeDuties(
  unit: PlanUnitLine,
  { plan }: Sight,
  { make, limits }: Pick<Makers, 'make'> & { readonly limits: PlanCounts },
): readonly DutyBody[] {
  const { unitId, answer, answerDue, receiptedAt, tasks } = unit;
  const consultation =
    plan.phase === 'consultation' && answer === 'none' && answerDue !== null
      ? [
          make({
            kind: 'consultation',
            title: '任务分解方案征求意见',
            unitId,
            due: answerDue,
            why: countedReason(
              answerDue,
              limits.consultations.findLast(({ unitIds }) => unitIds.includes(unitId))?.due,
            ),
            tasks,
            consequence: '逾期记为“逾期未反馈”，不视为同意，并列入意见采纳情况表报领导小组。',
          }),
        ]
      : [];
  const receipt =
    plan.phase === 'issued' && receiptedAt === null && plan.receiptDue !== null
      ? [
          make({
            kind: 'receipt',
            title: '签收文件并报送联系人',
            unitId,
            due: plan.receiptDue,
            why: countedReason(plan.receiptDue, limits.receiptDue),
            tasks,
            consequence: '逾期列入未签收名单并持续催办；未签收不影响各项时限。',
          }),
        ]
      : [];
  return [...consultation, ...receipt];
}

interface Waiting {
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly period: Period | 'plan';
  readonly due: PlainDate;
  readonly tasks: number;
  readonly rows: number;
}

function factsOf({ unitId, kind, period, due, tasks, rows }: Waiting) {
  return { unitId, due, tasks, rows, of: { unitId, kind, period } };
}

function titleOf({ kind, period }: Waiting): string {
  return returnTitle(kind, period);
}
