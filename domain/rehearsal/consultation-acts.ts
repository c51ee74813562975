import { type WorkingCalendar, shiftWorkingDays } from '../calendar/working-calendar.ts';
import { type Instant, atHour } from '../instant.ts';
import { approvedBy } from './approval-route.ts';
import { overrideOf } from './behaviour.ts';
import { pick } from './chance.ts';
import type { PersonAct, PlannedAct } from '../act/person-act.ts';
import type { RehearsalView, ViewedOpinion, ViewedUnit } from './rehearsal-view.ts';
import type { PlayedOpinion, Scenario } from './scenario.ts';

/** What people do before the issue: settle, consult, answer, decide, approve, issue. */
export function consultationActs(
  scenario: Scenario,
  view: RehearsalView,
  calendar: WorkingCalendar,
): readonly PlannedAct[] {
  switch (view.phase) {
    case 'draft':
      return draftActs(scenario, view);
    case 'consultation':
      return [...answers(scenario, view, calendar), ...decisions(scenario, view)];
    case 'approval':
      return leaderAct(scenario, view);
    case 'approved':
      return officeAct(view, { at: atHour(scenario.consultation.issueOn, 8, 30), act: { type: 'issuePlan' } });
    case 'none':
    case 'issued':
      return [];
  }
}

function draftActs({ consultation: { beginOn } }: Scenario, view: RehearsalView): readonly PlannedAct[] {
  if (view.openPoints > 0) return officeAct(view, { at: atHour(beginOn, 9), act: { type: 'settle' } });
  return officeAct(view, { at: atHour(beginOn, 9, 30), act: { type: 'beginConsultation' } });
}

function answers(scenario: Scenario, view: RehearsalView, calendar: WorkingCalendar): readonly PlannedAct[] {
  return view.units.filter(({ answer }) => answer === 'none').flatMap((unit) => answerOf(scenario, unit, calendar));
}

// An answer with opinions is the head's; 无意见 is the officer's alone.
function answerOf(scenario: Scenario, unit: ViewedUnit, calendar: WorkingCalendar): readonly PlannedAct[] {
  const override = overrideOf(scenario, { unit: unit.key, kind: 'consultation' });
  if (override?.do.never === true) return [];
  const opinion = override?.do.opinion;
  const by = opinion === undefined ? unit.officer : unit.head;
  if (by === null) return [];
  const after = override?.do.day ?? 1 + pick(scenario.seed, `consultation/${unit.key}`, 3);
  const day = shiftWorkingDays(calendar, scenario.consultation.beginOn, after).date;
  const opinions = opinion === undefined ? [] : [{ taskNumber: opinion.task, text: opinion.text }];
  return [
    {
      at: atHour(day, opinion === undefined ? 10 : 15),
      key: `consultation/${unit.key}`,
      by,
      act: { type: 'answerConsultation', unitId: unit.unitId, opinions },
    },
  ];
}

function decisions(scenario: Scenario, view: RehearsalView): readonly PlannedAct[] {
  const { decideOpinionsOn, approveOn } = scenario.consultation;
  const at = atHour(decideOpinionsOn, 16, 30);
  const undecided = view.opinions.filter(({ decision }) => decision === 'none');
  // Before 09:00, so that the leader's mail of the day brings the request.
  const asked = officeAct(view, { at: atHour(approveOn, 8, 30), act: { type: 'askApproval' } });
  if (undecided.length === 0) return asked;
  return undecided.flatMap((opinion) => decisionOf(scenario, view, opinion, at));
}

function decisionOf(
  scenario: Scenario,
  view: RehearsalView,
  { id, unitKey, taskNumber }: ViewedOpinion,
  at: Instant,
): readonly PlannedAct[] {
  const played = overrideOf(scenario, { unit: unitKey, kind: 'consultation' })?.do.opinion;
  const decision = played?.decision ?? 'refused';
  const reason = played?.reason ?? '维持原分解方案，由领导小组办公室协调落实。';
  const revised = revisionOf(scenario, view, { taskNumber, played, at });
  // Worded anew first, then decided: the unit reads the decision beside what came of it.
  if (revised.length > 0) return revised;
  return officeAct(view, {
    at,
    key: `decide/${unitKey}/${taskNumber}`,
    act: { type: 'decideOpinion', opinionId: id, decision, reason },
  });
}

interface PlayedRevision {
  readonly taskNumber: string;
  readonly played: PlayedOpinion | undefined;
  readonly at: Instant;
}

function revisionOf(
  scenario: Scenario,
  view: RehearsalView,
  { taskNumber, played, at }: PlayedRevision,
): readonly PlannedAct[] {
  const revision = played?.revision ?? null;
  if (played === undefined || revision === null) return [];
  const from = scenario.items.find(({ key, task }) => task === taskNumber && key === revision.item)?.title;
  const draft = view.drafts.find(({ number }) => number === taskNumber);
  if (from === undefined || draft?.items.some(({ title }) => title === from) !== true) return [];
  const { title } = revision;
  return officeAct(view, {
    at,
    key: `revise/${taskNumber}/${revision.item}`,
    act: { type: 'reviseItem', taskNumber, from, title, reason: played.reason },
  });
}

function leaderAct(scenario: Scenario, { leader, office }: RehearsalView): readonly PlannedAct[] {
  const on = scenario.consultation.approveOn;
  if (leader === null) return [];
  const route = approvedBy(scenario, { signing: 'leader', approver: leader, recorder: office[0]?.actor ?? null, on });
  return [{ at: atHour(on, 15), key: 'approveBreakdown', act: { type: 'approveBreakdown' }, ...route }];
}

function officeAct(
  { office }: RehearsalView,
  { at, act, key = act.type }: { readonly at: Instant; readonly act: PersonAct; readonly key?: string },
): readonly PlannedAct[] {
  const [first] = office;
  return first === undefined ? [] : [{ at, key, by: first.actor, act }];
}
