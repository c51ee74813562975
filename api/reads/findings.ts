import type { PersonActor } from '../../domain/actor.ts';
import { objectionOutcomeNames, targetNames } from '../../domain/objection/objection-target.ts';
import { personsBehind } from '../../domain/paper-approval.ts';
import { chineseDay, daysBetween } from '../../domain/plain-date.ts';
import { findingMethodNames, findingOutcomeNames } from '../../domain/task/finding/finding-names.ts';
import { type ObjectionLine, listObjections, objectionListPage } from '../../store/objection/read-objections.ts';
import { taskNames } from '../../store/read/task-names.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import type { Store } from '../../store/store.ts';
import { type FindingLine, findingListPage } from '../../store/task/read-findings.ts';
import type {
  FindingLineBody,
  FindingListBody,
  FindingQuery,
  ObjectionListBody,
  ObjectionQuery,
} from '../schemas/matter.ts';
import type { PersonRef, UnitRef } from '../schemas/people.ts';
import { type Sight, peopleOf } from '../sight.ts';
import { countedReason, saidReason } from './due-reason.ts';
import { listPart } from './list-part.ts';
import { textsOf } from './texts.ts';

type ReaderSight = Sight & { readonly reach: TaskReach };

/** Findings that the reader may see: a unit sees those on its own rows. */
export async function findingList(store: Store, sight: ReaderSight, query: FindingQuery): Promise<FindingListBody> {
  const { planId, reach, unitRef } = sight;
  const { page, size, unitId: asked, taskId, phase, sort } = query;
  const question = { ...listPart(query, sight), own: reach.unitId, unitId: asked, taskId, phase, sort };
  const { total, rows: lines } = await findingListPage(store, planId, question);
  const names = await taskNames(store, planId);
  const reviewed = reviewedFindings(await listObjections(store, planId));
  const people = await peopleOf(
    store,
    sight,
    lines.flatMap(({ checkers }) => checkers),
  );
  const text = await textsOf(
    store,
    lines.flatMap(({ claimId, evidenceId, statementId, conclusionId }) => [
      claimId,
      evidenceId,
      statementId,
      conclusionId,
    ]),
  );
  const told = {
    unit: unitRef,
    task: names.task,
    subject: names.subject,
    person: people.person,
    text,
    isReviewed: ({ taskId: ofTask, findingId }: FindingLine) => reviewed.has(`${ofTask} ${findingId}`),
  };
  return { total, page, size, rows: lines.map((line) => findingLine(line, told)) };
}

interface Told {
  readonly unit: (unitId: string) => UnitRef;
  readonly task: (taskId: string) => string;
  readonly subject: (taskId: string, subjectId: string) => string;
  readonly person: (personId: string) => PersonRef;
  readonly text: (contentId: string | null) => string | null;
  readonly isReviewed: (line: FindingLine) => boolean;
}

function findingLine(line: FindingLine, told: Told): FindingLineBody {
  const { findingId, taskId, taskNumber, subjectId, unitId, phase, outcome, statementDue } = line;
  return {
    findingId,
    taskId,
    taskNumber,
    taskTitle: told.task(taskId),
    subjectId,
    subjectTitle: told.subject(taskId, subjectId),
    unit: told.unit(unitId),
    phase,
    methodName: findingMethodNames[line.method],
    checkers: line.checkers.map(told.person),
    claim: told.text(line.claimId),
    evidence: told.text(line.evidenceId),
    reportedValue: line.reportedValue,
    foundValue: line.foundValue,
    openedAt: line.openedAt,
    statementDue,
    statementWhy: countedReason(statementDue, line.statementDueComputed),
    statement: told.text(line.statementId),
    statedAt: line.statedAt,
    outcomeName: outcome === null ? null : findingOutcomeNames[outcome],
    conclusion: told.text(line.conclusionId),
    concludedAt: line.concludedAt,
    feedbackOn: line.feedbackOn,
    objectionUntil: line.objectionUntil,
    objectionWhy: objectionWhy(line),
    underReview: told.isReviewed(line),
  };
}

/** Objections that the reader may see: a unit sees its own. */
export async function objectionList(
  store: Store,
  sight: ReaderSight,
  { query, actor }: { readonly query: ObjectionQuery; readonly actor: PersonActor },
): Promise<ObjectionListBody> {
  const { page, size, unitId: asked, taskId, kind, phase, overdue, sort } = query;
  const { total, rows: lines } = await objectionListPage(store, sight.planId, {
    ...listPart(query, sight),
    own: sight.reach.unitId,
    unitId: asked,
    taskId,
    kind,
    phase,
    overdue: overdue === undefined ? undefined : overdue === 'true',
    sort,
  });
  const text = await textsOf(
    store,
    lines.flatMap(({ groundsId, reasonId }) => [groundsId, reasonId]),
  );
  const reader = personsBehind(actor);
  const rows = lines.map(({ target, unitId, groundsId, reasonId, outcome, firstDeciders, ...line }) => ({
    objectionId: line.objectionId,
    kind: line.kind,
    kindName: targetNames[line.kind],
    title: line.title,
    taskId: target.kind === 'order' ? null : target.taskId,
    taskNumber: line.taskNumber,
    orderId: target.kind === 'order' ? target.orderId : null,
    unit: sight.unitRef(unitId),
    phase: line.phase,
    grounds: text(groundsId),
    filedAt: line.filedAt,
    answerDue: line.answerDue,
    answerWhy: countedReason(line.answerDue, line.answerDueComputed),
    overdue: line.overdue,
    outcomeName: outcome === null ? null : objectionOutcomeNames[outcome],
    light: line.light,
    reason: text(reasonId),
    endedAt: line.endedAt,
    concernsReader: firstDeciders.some((personId) => reader.includes(personId)),
  }));
  return { total, page, size, rows };
}

function objectionWhy({ feedbackOn, objectionUntil }: Pick<FindingLine, 'feedbackOn' | 'objectionUntil'>) {
  if (feedbackOn === null || objectionUntil === null) return null;
  const days = daysBetween(feedbackOn, objectionUntil);
  return saidReason(`自反馈之日（${chineseDay(feedbackOn, true)}）次日起计${days}日，按自然日计算。`);
}

function reviewedFindings(objections: readonly ObjectionLine[]): ReadonlySet<string> {
  return new Set(
    objections.flatMap(({ phase, target }) =>
      phase === 'open' && target.kind === 'finding' ? [`${target.taskId} ${target.findingId}`] : [],
    ),
  );
}
