import type { PersonActor } from '../../domain/actor.ts';
import { objectionOutcomeNames, targetNames } from '../../domain/objection/objection-target.ts';
import { personsBehind } from '../../domain/paper-approval.ts';
import { chineseDay, daysBetween } from '../../domain/plain-date.ts';
import { findingMethodNames, findingOutcomeNames } from '../../domain/task/finding/finding-names.ts';
import { type ObjectionLine, listObjections } from '../../store/objection/read-objections.ts';
import { taskNames } from '../../store/read/task-names.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import type { Store } from '../../store/store.ts';
import { type FindingLine, listFindings } from '../../store/task/read-findings.ts';
import type { FindingLineBody, ObjectionLineBody } from '../schemas/matter.ts';
import { type Sight, peopleOf } from '../sight.ts';
import { countedReason, saidReason } from './due-reason.ts';
import { textsOf } from './texts.ts';

type ReaderSight = Sight & { readonly reach: TaskReach };

/** Findings that the reader may see, the latest first: a unit sees those on its own rows. */
export async function findingLines(store: Store, sight: ReaderSight): Promise<readonly FindingLineBody[]> {
  const { planId, unitRef } = sight;
  const lines = (await listFindings(store, planId)).filter(({ unitId }) => isOwn(sight, unitId));
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
  return lines
    .map(
      ({
        unitId,
        method,
        checkers,
        claimId,
        evidenceId,
        statementId,
        conclusionId,
        outcome,
        statementDueComputed,
        ...line
      }) => ({
        ...line,
        statementWhy: countedReason(line.statementDue, statementDueComputed),
        objectionWhy: objectionWhy(line),
        taskTitle: names.task(line.taskId),
        subjectTitle: names.subject(line.taskId, line.subjectId),
        unit: unitRef(unitId),
        methodName: findingMethodNames[method],
        checkers: checkers.map(people.person),
        claim: text(claimId),
        evidence: text(evidenceId),
        statement: text(statementId),
        outcomeName: outcome === null ? null : findingOutcomeNames[outcome],
        conclusion: text(conclusionId),
        underReview: reviewed.has(`${line.taskId} ${line.findingId}`),
      }),
    )
    .toReversed();
}

/** Objections that the reader may see, those that are due first. */
export async function objectionLines(
  store: Store,
  sight: ReaderSight,
  actor: PersonActor,
): Promise<readonly ObjectionLineBody[]> {
  const lines = (await listObjections(store, sight.planId)).filter(({ unitId }) => isOwn(sight, unitId));
  const text = await textsOf(
    store,
    lines.flatMap(({ groundsId, reasonId }) => [groundsId, reasonId]),
  );
  const reader = personsBehind(actor);
  return lines.map(({ target, unitId, groundsId, reasonId, outcome, firstDeciders, ...line }) => ({
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
}

function objectionWhy({ feedbackOn, objectionUntil }: Pick<FindingLine, 'feedbackOn' | 'objectionUntil'>) {
  if (feedbackOn === null || objectionUntil === null) return null;
  const days = daysBetween(feedbackOn, objectionUntil);
  return saidReason(`自反馈之日（${chineseDay(feedbackOn, true)}）次日起计${days}日，按自然日计算。`);
}

function isOwn({ reach }: ReaderSight, unitId: string): boolean {
  return reach.unitId === null || reach.unitId === unitId;
}

function reviewedFindings(objections: readonly ObjectionLine[]): ReadonlySet<string> {
  return new Set(
    objections.flatMap(({ phase, target }) =>
      phase === 'open' && target.kind === 'finding' ? [`${target.taskId} ${target.findingId}`] : [],
    ),
  );
}
