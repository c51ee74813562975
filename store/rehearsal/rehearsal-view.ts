import { type Instant, dayOf } from '../../domain/instant.ts';
import type {
  RehearsalView,
  ViewedEnding,
  ViewedFinding,
  ViewedObjection,
  ViewedOrder,
  ViewedReturn,
  ViewedReview,
  ViewedRow,
  ViewedTask,
} from '../../domain/rehearsal/rehearsal-view.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { openRowsOf } from '../../domain/return/return-of.ts';
import { rowsOwed, rowsSubmitted } from '../../domain/task/find.ts';
import { isReviewed } from '../../domain/task/obligations.ts';
import type { Obligation, TaskState } from '../../domain/task/task-state.ts';
import type { Rules } from '../../domain/rules.ts';
import { type ObjectionLine, listObjections } from '../objection/read-objections.ts';
import { type OrderLine, planOrders } from '../order/read-orders.ts';
import { type FindingLine, listFindings } from '../task/read-findings.ts';
import { readDrafts } from '../plan/breakdown.ts';
import { planOpinions, planUnits } from '../plan/plan-units.ts';
import { readPlan } from '../plan/plans.ts';
import { type ReturnLine, listReturns } from '../return/read-returns.ts';
import { rulesOf } from '../registry/decision-data.ts';
import type { Source } from '../transaction.ts';
import { changesOfSeatsAndTasks } from './asked-changes.ts';
import type { RehearsalCast } from './rehearsal-cast.ts';

/** What the people of `cast` see of the plan at its instant. Read when the plan has caught up with it: nothing is on its way. */
export async function readRehearsalView(store: Source, planId: string, cast: RehearsalCast): Promise<RehearsalView> {
  const plan = await readPlan(store, planId);
  const states = plan.phase === 'issued' ? await taskStates(store, planId) : [];
  const rules = await rulesOf(store, planId, plan.rulesVersion);
  const lines = await listReturns(store, planId);
  const opinions = plan.phase === 'consultation' ? await planOpinions(store, planId) : [];
  const owing = owedObligations(states);
  return {
    planId,
    phase: plan.phase,
    instant: plan.instant ?? plan.importedAt,
    issuedAt: plan.issuedAt,
    receiptDue: plan.receiptDue,
    openPoints: plan.phase === 'draft' ? await openPoints(store, planId) : 0,
    units: (await planUnits(store, planId)).flatMap(({ unitId, answer, receiptedAt }) => {
      const unit = cast.units.get(unitId);
      return unit === undefined ? [] : [{ ...unit, answer, receipted: receiptedAt !== null }];
    }),
    opinions: opinions.map(({ id, unitId, taskNumber, decision }) => {
      return { id, unitKey: cast.units.get(unitId)?.key ?? '', taskNumber, decision };
    }),
    drafts: opinions.length === 0 ? [] : await readDrafts(store, planId),
    returns: [...Map.groupBy(owing, returnKey)].flatMap(([key, all]) => viewedReturn(all, lineOf(lines, key), rules)),
    reviews: [...Map.groupBy(waitingObligations(states), returnKey)].flatMap(([key, all]) =>
      viewedReview(all, lineOf(lines, key)),
    ),
    tasks: states.map(viewedTask),
    ...(await changesOfSeatsAndTasks(store, planId)),
    findings: (await listFindings(store, planId)).map(viewedFinding),
    objections: (await listObjections(store, planId)).map(viewedObjection),
    orders: (await planOrders(store, planId)).flatMap(viewedOrder),
    urgings: await urgingsOf(store, planId),
    supervisors: cast.supervisors,
    endings: states.flatMap((state) => endingOf(state, cast)),
    summary: plan.phase === 'issued' ? await summaryOf(store, planId) : null,
    office: cast.office,
    leader: cast.leader,
  };
}

function viewedTask({ taskId, number, subjects, obligations }: TaskState): ViewedTask {
  return {
    taskId,
    number,
    subjects: subjects.map(({ id: subjectId, unitId, kind, title }) => ({ subjectId, unitId, kind, title })),
    obligations: obligations.map(({ id: obligationId, unitId, kind, period }) => {
      return { obligationId, unitId, kind, period };
    }),
  };
}

function viewedOrder({ begunAt, sentAt, answeredAt, closedAt, ...line }: OrderLine): readonly ViewedOrder[] {
  const { orderId, path, kind, unitId, phase, answerDue, answers, steps } = line;
  if (closedAt !== null || phase === 'escalated') return [];
  const days = { begunOn: dayOf(begunAt), sentOn: dayOrNull(sentAt), answerDue, answeredOn: dayOrNull(answeredAt) };
  return [{ orderId, path, kind, unitId, phase, ...days, answers, steps }];
}

function dayOrNull(moment: Instant | null): PlainDate | null {
  return moment === null ? null : dayOf(moment);
}

function viewedFinding({ openedAt, statedAt, feedbackOn, ...line }: FindingLine): ViewedFinding {
  const { findingId, taskId, taskNumber, subjectId, unitId, phase, statementDue } = line;
  const days = { openedOn: dayOf(openedAt), statementDue, concludedOn: feedbackOn };
  return { findingId, taskId, taskNumber, subjectId, unitId, phase, isStated: statedAt !== null, ...days };
}

function viewedObjection({ objectionId, phase, target, unitId, filedAt, ...line }: ObjectionLine): ViewedObjection {
  const { answerDue, firstDeciders } = line;
  return { objectionId, phase, target, unitId, filedOn: dayOf(filedAt), answerDue, firstDeciders };
}

async function urgingsOf({ pool }: Source, planId: string): Promise<RehearsalView['urgings']> {
  const { rows } = await pool.query<{ readonly unitId: string; readonly urgedAt: Instant }>({
    name: 'urgings of rehearsed plan',
    text: 'SELECT DISTINCT unit_id AS "unitId", urged_at AS "urgedAt" FROM urging WHERE plan_id = $1',
    values: [planId],
  });
  return rows.map(({ unitId, urgedAt }) => ({ unitId, on: dayOf(urgedAt) }));
}

async function taskStates({ pool }: Source, planId: string): Promise<readonly TaskState[]> {
  const { rows } = await pool.query<{ readonly state: TaskState }>({
    name: 'task states of plan',
    text: `SELECT state FROM chain_head JOIN task_draft AS draft ON draft.plan_id = $1 AND chain = 'task/' || draft.task_id
           WHERE chain_head.plan_id = $1 AND kind = 'task' ORDER BY position`,
    values: [planId],
  });
  return rows.map(({ state }) => state);
}

async function openPoints({ pool }: Source, planId: string): Promise<number> {
  const { rows } = await pool.query<{ readonly open: number }>(
    'SELECT count(*) AS open FROM open_point WHERE plan_id = $1 AND settled_at IS NULL',
    [planId],
  );
  return rows[0]?.open ?? 0;
}

interface Owing {
  readonly task: TaskState;
  readonly obligation: Obligation;
}

function owedObligations(states: readonly TaskState[]): readonly Owing[] {
  return states
    .filter(({ phase, changes }) => phase === 'open' && changes.suspended === null)
    .flatMap((task) =>
      task.obligations.filter((each) => rowsOwed(each).length > 0).map((obligation) => ({ task, obligation })),
    );
}

function waitingObligations(states: readonly TaskState[]): readonly Owing[] {
  return states.flatMap((task) =>
    task.obligations
      .filter((each) => isReviewed(each.kind) && rowsSubmitted(each).length > 0)
      .map((obligation) => ({ task, obligation })),
  );
}

function returnKey({ obligation: { unitId, kind, period } }: Owing): string {
  return `${unitId} ${kind} ${period}`;
}

function lineOf(lines: readonly ReturnLine[], key: string): ReturnLine | undefined {
  return lines.find(({ unitId, kind, period }) => `${unitId} ${kind} ${period}` === key);
}

function viewedReturn(all: readonly Owing[], line: ReturnLine | undefined, rules: Rules): readonly ViewedReturn[] {
  const [first] = all;
  if (first === undefined || (line !== undefined && line.phase !== 'draft' && line.deliveredVersion < line.version))
    return [];
  const { unitId, kind, period } = first.obligation;
  const isDraft = line?.phase === 'draft';
  const cameBack = all.some(({ obligation }) => obligation.rows.some(({ state }) => state === 'sent-back'));
  const dues = all.map(({ obligation }) => obligation.resubmitDue ?? obligation.due).toSorted();
  const reviewedAt = line?.reviewedAt ?? null;
  return [
    {
      unitId,
      kind,
      period,
      due: dues[0] ?? first.obligation.due,
      sentBackOn: cameBack && reviewedAt !== null ? dayOf(reviewedAt) : null,
      version: line === undefined ? 1 : line.version + (isDraft ? 0 : 1),
      stage: isDraft ? stageOf(line) : 'open',
      rows: all.flatMap((owing) => viewedRows(owing, rules)),
      obligations: all.map(({ task: { taskId }, obligation: { id } }) => ({ taskId, obligationIds: [id] })),
    },
  ];
}

function stageOf({ headAskedAt }: ReturnLine): ViewedReturn['stage'] {
  return headAskedAt === null ? 'saved' : 'asked';
}

function viewedRows({ task, obligation }: Owing, rules: Rules): readonly ViewedRow[] {
  return openRowsOf(task, obligation, rules).map(({ taskId, taskNumber, subjectId, previousValue, subject }) => {
    const known = task.subjects.find(({ id }) => id === subjectId);
    const sentBack = obligation.rows.some((row) => row.subjectId === subjectId && row.state === 'sent-back');
    const { kind, title, target, due, asksEnding = false } = subject;
    return {
      taskId,
      taskNumber,
      subjectId,
      kind,
      title,
      target,
      due,
      plan: known?.plan ?? null,
      previousValue,
      asksEnding,
      sentBack,
    };
  });
}

function viewedReview(all: readonly Owing[], line: ReturnLine | undefined): readonly ViewedReview[] {
  const [first] = all;
  if (first === undefined || line === undefined || line.deliveredVersion < line.version) return [];
  const { unitId, kind, period, submittedAt } = first.obligation;
  const at: Instant | null = line.submittedAt ?? submittedAt;
  if (at === null) return [];
  const rows = all.flatMap(({ task, obligation }) =>
    rowsSubmitted(obligation).map((subjectId) => {
      const title = task.subjects.find(({ id }) => id === subjectId)?.title ?? task.title;
      return { taskId: task.taskId, taskNumber: task.number, subjectId, title };
    }),
  );
  const makers = [...new Set(all.flatMap(({ obligation }) => obligation.makers))];
  const notBy = [...new Set(all.flatMap(({ obligation }) => obligation.notBy ?? []))];
  return [{ unitId, kind, period, version: line.version, submittedAt: at, makers, notBy, rows }];
}

// Ready is a task of which no report is under way any more: accepted, or overdue with nobody to wait for.
function endingOf(
  { phase, taskId, number, openedPeriod, lastPeriod, obligations, subjects, lastAt }: TaskState,
  cast: RehearsalCast,
): readonly ViewedEnding[] {
  if (phase !== 'open' || openedPeriod !== lastPeriod || lastAt === null) return [];
  if (!obligations.every(({ kind, overdue }) => kind !== 'progress' || overdue)) return [];
  const rows = subjects.map(({ id: subjectId, unitId, kind, title, target, claim, ending }) => {
    const makers = claim?.makers ?? [];
    const named = claim === undefined ? null : { ending: claim.ending, until: claim.until };
    const unitKey = cast.units.get(unitId)?.key ?? '';
    return { subjectId, unitKey, kind, title, target, claim: named, ending: ending ?? null, makers };
  });
  const isReported = obligations.every(({ kind }) => kind !== 'progress');
  return [{ taskId, taskNumber: number, acceptedOn: dayOf(lastAt), isReported, rows }];
}

async function summaryOf({ pool }: Source, planId: string): Promise<RehearsalView['summary']> {
  const { rows } = await pool.query<NonNullable<RehearsalView['summary']>>({
    name: 'summary of rehearsed plan',
    text: `SELECT summary_asked_at AS "askedAt", summary_approved_at AS "approvedAt",
             (SELECT count(*)::int FROM subject JOIN task USING (task_id)
               WHERE subject.plan_id = plan.plan_id AND removed_at IS NULL AND subject.ending IS NULL
                 AND task.ending IS DISTINCT FROM 'terminated') AS undecided
           FROM plan WHERE plan_id = $1`,
    values: [planId],
  });
  return rows[0] ?? null;
}
