import type { ObjectionAbout } from '../act/objection-act.ts';
import type { PersonAct, PlannedAct } from '../act/person-act.ts';
import type { PersonActor } from '../actor.ts';
import { uuid5 } from '../ids.ts';
import { atHour } from '../instant.ts';
import { approvedBy } from './approval-route.ts';
import type { PlayedObjected, PlayedObjection } from './played-finding.ts';
import type { RehearsalView, ViewedObjection } from './rehearsal-view.ts';
import type { Scenario } from './scenario.ts';
import { rowNamed, taskNumbered, unitKeyed } from './viewed-row.ts';

/** What people do about objections: the head files, somebody who made no part of the decision answers. */
export function objectionActs(scenario: Scenario, view: RehearsalView): readonly PlannedAct[] {
  if (view.phase !== 'issued' || view.tasks.length === 0) return [];
  return (scenario.objections ?? []).flatMap((played, index) => {
    const about = objectedTo(scenario, view, played);
    if (about === null) return [];
    const filed = view.objections.find((each) => isAbout(each, about));
    if (filed === undefined) return file(scenario, view, { played, about, index });
    return filed.phase === 'open' ? answer(view, { played, filed, index }) : [];
  });
}

// Null while the decision is not there yet.
function objectedTo(scenario: Scenario, view: RehearsalView, { about, unit }: PlayedObjection): ObjectionAbout | null {
  switch (about.kind) {
    case 'row':
      return rowSentBack(scenario, view, about);
    case 'light':
      return { kind: about.kind, ...rowNamed(scenario, view, about) };
    case 'finding': {
      const findingId = uuid5(view.planId, `finding/${about.finding}`);
      const found = view.findings.find((each) => each.findingId === findingId && each.phase !== 'open');
      return found === undefined ? null : { kind: about.kind, taskId: found.taskId, findingId };
    }
    case 'order': {
      const orderId = uuid5(view.planId, about.path);
      const { unitId } = unitKeyed(view, unit);
      const isThere = view.orders.some(
        (each) => each.orderId === orderId && each.unitId === unitId && each.sentOn !== null,
      );
      return isThere ? { kind: about.kind, orderId } : null;
    }
  }
}

function rowSentBack(
  scenario: Scenario,
  view: RehearsalView,
  about: Extract<PlayedObjected, { kind: 'row' }>,
): ObjectionAbout | null {
  const { taskId, subjectId } = rowNamed(scenario, view, about);
  const { unitId } = unitKeyed(view, about.unit);
  const isFiled = view.objections.some(
    ({ target }) => target.kind === 'row' && target.subjectId === subjectId && target.taskId === taskId,
  );
  const isBack = view.returns.some(
    (owed) =>
      owed.unitId === unitId &&
      owed.period === about.period &&
      owed.rows.some((row) => row.taskId === taskId && row.subjectId === subjectId && row.sentBack),
  );
  const owed = taskNumbered(view, about.task).obligations.find(
    (each) => each.unitId === unitId && each.kind === 'progress' && each.period === about.period,
  );
  if (owed === undefined || !(isBack || isFiled)) return null;
  return { kind: 'row', taskId, obligationId: owed.obligationId, subjectId };
}

function isAbout({ target }: ViewedObjection, about: ObjectionAbout): boolean {
  switch (about.kind) {
    case 'row':
      return (
        target.kind === 'row' && target.obligationId === about.obligationId && target.subjectId === about.subjectId
      );
    case 'light':
      return target.kind === 'light' && target.taskId === about.taskId && target.subjectId === about.subjectId;
    case 'finding':
      return target.kind === 'finding' && target.findingId === about.findingId;
    case 'order':
      return target.kind === 'order' && target.orderId === about.orderId;
  }
}

interface Filing {
  readonly played: PlayedObjection;
  readonly about: ObjectionAbout;
  readonly index: number;
}

function file(scenario: Scenario, view: RehearsalView, { played, about, index }: Filing): readonly PlannedAct[] {
  const { unit, on, grounds } = played;
  const { head, officer } = unitKeyed(view, unit);
  if (head === null) return [];
  const act: PersonAct = { type: 'fileObjection', about, grounds };
  const route = approvedBy(scenario, { signing: unit, approver: head, recorder: officer, on });
  return [{ at: atHour(on, 15), key: `objection/${index}/file`, act, ...route }];
}

function answer(
  view: RehearsalView,
  { played, filed, index }: Pick<Filing, 'played' | 'index'> & { readonly filed: ViewedObjection },
): readonly PlannedAct[] {
  const decider = otherDecider(view, filed);
  if (played.answer === null || decider === null) return [];
  const { on, outcome, light, reason } = played.answer;
  const { objectionId } = filed;
  const act: PersonAct = { type: 'answerObjection', objectionId, outcome, light, reason };
  return [{ at: atHour(on, 16), key: `objection/${index}/answer`, by: decider, act }];
}

// Supervision first; who sits in the objecting unit does not answer it.
function otherDecider({ supervisors, office, leader }: RehearsalView, filed: ViewedObjection): PersonActor | null {
  const free = office.filter(({ otherUnitIds }) => !otherUnitIds.includes(filed.unitId)).map(({ actor }) => actor);
  const all = [...supervisors, ...free, ...(leader === null ? [] : [leader])];
  return all.find(({ personId }) => !filed.firstDeciders.includes(personId)) ?? null;
}
