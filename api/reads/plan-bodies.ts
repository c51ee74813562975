import type { PersonActor } from '../../domain/actor.ts';
import { proposedTask } from '../../domain/plan/draft-plan.ts';
import type { OpenPoint, TaskDraft } from '../../domain/plan/task-draft.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { planCounts } from '../../store/plan/plan-counts.ts';
import { readDrafts, readPoints } from '../../store/plan/breakdown.ts';
import { droppedTasks } from '../../store/plan/dropped-tasks.ts';
import { planOpinions, planUnits } from '../../store/plan/plan-units.ts';
import { type PlanLine, listPlans } from '../../store/plan/plans.ts';
import { noticeText, planDetail, plansOfUnit } from '../../store/read/plan-detail.ts';
import { type PlanCounts, countsOfPlan } from '../../store/read/counted-dates.ts';
import { taskGroups } from '../../store/read/register.ts';
import { isTaskWithin, type TaskReach } from '../../store/read/task-reach.ts';
import type { Store } from '../../store/store.ts';
import type { BreakdownBody } from '../schemas/breakdown.ts';
import type {
  ConsultationBoardBody,
  OpinionLineBody,
  OpinionQuery,
  PlanLineBody,
  PlanListBody,
  PlanPageBody,
  PlanQuery,
  PlanUnitBody,
  ReceiptBoardBody,
  ReceiptQuery,
} from '../schemas/plan.ts';
import { type Sight, type SightDeps, peopleOf, personsIn, planSight, reachOf } from '../sight.ts';
import { phaseNames, pointNames } from '../words.ts';
import { countedReason } from './due-reason.ts';
import { pageOfLines } from './list-part.ts';
import { textsOf } from './texts.ts';
import { unreadParts } from './unread-parts.ts';

/** A plan as lists show it. */
export function planLine({ plan, now, today, unitRef }: Sight): PlanLineBody {
  const { officeUnitId, leadershipUnitId, instant: _instant, ...line } = plan;
  return {
    ...line,
    phaseName: phaseNames[plan.phase],
    office: unitRef(officeUnitId),
    leadership: unitRef(leadershipUnitId),
    now,
    today,
  };
}

/** The plans that the reader may see, as the store keeps them, the latest import first. */
export async function seenPlans(store: Store, actor: PersonActor): Promise<readonly PlanLine[]> {
  const { unitId } = reachOf(actor, 'readPlan');
  const plans = await listPlans(store);
  if (unitId === null) return plans;
  const own = await plansOfUnit(store, unitId);
  return plans.filter(({ planId }) => own.has(planId));
}

/** A page of the plans that the reader may see. */
export async function planList(deps: SightDeps, query: PlanQuery, actor: PersonActor): Promise<PlanListBody> {
  const { year, clock, phase } = query;
  const plans = (await seenPlans(deps.store, actor)).filter(
    (plan) =>
      (year === undefined || plan.planYear === year) &&
      (clock === undefined || plan.clock === clock) &&
      (phase === undefined || plan.phase === phase),
  );
  const page = pageOfLines(plans, query, {
    texts: ({ title, documentNumber, issuer }) => [title, documentNumber, issuer],
    sorts: {
      imported: ({ importedAt }) => importedAt,
      year: ({ planYear }) => planYear,
      issued: ({ issuedAt }) => issuedAt,
    },
  });
  const rows: PlanLineBody[] = [];
  for (const { planId } of page.rows) rows.push(planLine(await planSight(deps, planId)));
  return { ...page, rows };
}

/** A plan in figures. */
export async function planPage(store: Store, sight: Sight): Promise<PlanPageBody> {
  const { issuedBy, ...detail } = await planDetail(store, sight.planId);
  const people = await peopleOf(store, sight, personsIn([issuedBy]));
  const limits = await countsOfPlan(store, sight.planId);
  return {
    ...planLine(sight),
    ...detail,
    consultationWhy: consultationWhy(sight, limits),
    receiptWhy: countedReason(sight.plan.receiptDue, limits.receiptDue),
    issuedBy: people.maker(issuedBy),
    counts: await planCounts(store, sight.planId),
    groups: await taskGroups(store, sight.planId),
  };
}

/** The breakdown with the notice; units see the tasks that they are in, and no open points. */
export async function breakdownBody(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
): Promise<BreakdownBody> {
  const { planId, reach } = sight;
  const { draftVersion } = await planDetail(store, planId);
  const drafts = await readDrafts(store, planId);
  const isOwn = (unitId: string | null): boolean => reach.unitId === null || unitId === reach.unitId;
  const ofUnit = drafts.filter(
    ({ parties, items }) => parties.some((each) => isOwn(each.unitId)) || items.some((each) => isOwn(each.unitId)),
  );
  const tasks = reach.writerId === null ? ofUnit : await handedTasks(store, sight, ofUnit);
  const points = reach.unitId === null ? await readPoints(store, planId) : [];
  const notice = await noticeText(store, planId);
  return {
    draftVersion,
    ...notice,
    tasks,
    points: points.map(({ point, how }) => pointBody(point, how, { drafts, text: notice.text })),
    unread:
      reach.unitId === null ? unreadParts(notice.text, { drafts, dropped: await droppedTasks(store, planId) }) : [],
    units: sight.units.map(({ unitId, name }) => ({ unitId, name })),
  };
}

/** An open point as the web shows it; the task that it proposes is the one that a settlement of everything as proposed takes. */
export function pointBody(
  point: OpenPoint,
  how: string | null,
  { drafts, text }: { readonly drafts: readonly TaskDraft[]; readonly text: string },
): BreakdownBody['points'][number] {
  return { ...point, kindName: pointNames[point.kind], proposedTask: proposedTask(point, drafts, text), how };
}

async function handedTasks(
  store: Store,
  { planId, reach }: Sight & { readonly reach: TaskReach },
  drafts: readonly TaskDraft[],
): Promise<readonly TaskDraft[]> {
  const handed: TaskDraft[] = [];
  for (const draft of drafts)
    if (await isTaskWithin(store, { planId, taskId: draft.taskId }, reach)) handed.push(draft);
  return handed;
}

/** How far units have come; a unit sees itself. */
export async function unitLines(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
): Promise<readonly PlanUnitBody[]> {
  const { reach } = sight;
  const lines = (await planUnits(store, sight.planId)).filter(
    ({ unitId }) => reach.unitId === null || unitId === reach.unitId,
  );
  const text = await textsOf(
    store,
    lines.map(({ contactsId }) => contactsId),
  );
  const { consultations } = await countsOfPlan(store, sight.planId);
  const asked = (unitId: string) => consultations.findLast(({ unitIds }) => unitIds.includes(unitId))?.due;
  return lines.map(({ unitId, contactsId, ...line }) => ({
    unit: sight.unitRef(unitId),
    contacts: text(contactsId),
    tasks: line.tasks,
    answer: line.answer,
    answerDue: line.answerDue,
    answerWhy: countedReason(line.answerDue, asked(unitId)),
    answeredAt: line.answeredAt,
    answerLate: line.answerLate,
    receiptedAt: line.receiptedAt,
    receiptLate: line.receiptLate,
    receiptListedAt: line.receiptListedAt,
  }));
}

/** The opinions from the consultation with what became of them; a unit sees its own. */
export async function opinionLines(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
): Promise<readonly OpinionLineBody[]> {
  const { planId, reach } = sight;
  const opinions = (await planOpinions(store, planId)).filter(
    ({ unitId }) => reach.unitId === null || unitId === reach.unitId,
  );
  const titles = new Map((await readDrafts(store, planId)).map(({ number, title }) => [number, title]));
  const text = await textsOf(
    store,
    opinions.flatMap(({ textId, reasonId }) => [textId, reasonId]),
  );
  return opinions.map(({ id, unitId, taskNumber, textId, decision, reasonId }) => ({
    id,
    unit: sight.unitRef(unitId),
    taskNumber,
    taskTitle: titles.get(taskNumber) ?? null,
    text: text(textId),
    decision,
    reason: text(reasonId),
  }));
}

/** Who answered the consultation, and a page of what became of their opinions. */
export async function consultationBody(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
  query: OpinionQuery,
): Promise<ConsultationBoardBody> {
  const { unitId, taskNumber, decision } = query;
  const opinions = (await opinionLines(store, sight)).filter(
    (line) =>
      (unitId === undefined || line.unit.unitId === unitId) &&
      (taskNumber === undefined || line.taskNumber === taskNumber) &&
      (decision === undefined || line.decision === decision),
  );
  const places = new Map((await readDrafts(store, sight.planId)).map(({ number }, place) => [number, place]));
  const came = new Map(opinions.map(({ id }, place) => [id, place]));
  const page = pageOfLines(opinions, query, {
    texts: (line) => [line.taskNumber, line.taskTitle, line.unit.name, line.text, line.reason],
    sorts: { came: ({ id }) => came.get(id) ?? null, task: (line) => places.get(line.taskNumber) ?? null },
  });
  return {
    ...page,
    due: sight.plan.consultationDue,
    dueWhy: consultationWhy(sight, await countsOfPlan(store, sight.planId)),
    units: await unitLines(store, sight),
  };
}

function consultationWhy({ plan: { consultationDue } }: Sight, { consultations }: PlanCounts) {
  const own = consultations.find(({ due }) => due.date === consultationDue) ?? consultations[0];
  return countedReason(consultationDue, own?.due);
}

/** Who has receipted the notice. */
export async function receiptBody(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
  query: ReceiptQuery,
): Promise<ReceiptBoardBody> {
  const due: PlainDate | null = sight.plan.receiptDue;
  const { receiptDue } = await countsOfPlan(store, sight.planId);
  const { unitId, receipted, answer } = query;
  const units = (await unitLines(store, sight)).filter(
    (line) =>
      (unitId === undefined || line.unit.unitId === unitId) &&
      (receipted === undefined || (line.receiptedAt !== null) === (receipted === 'true')) &&
      (answer === undefined || line.answer === answer),
  );
  const places = new Map(sight.units.map(({ unitId: of }, place) => [of, place]));
  const page = pageOfLines(units, query, {
    texts: ({ unit, contacts }) => [unit.name, contacts],
    sorts: {
      unit: ({ unit }) => places.get(unit.unitId) ?? null,
      tasks: ({ tasks }) => tasks,
      receipted: ({ receiptedAt }) => receiptedAt,
    },
  });
  return { ...page, due, dueWhy: countedReason(due, receiptDue) };
}
