import type { LetterChange } from '../ledger/letter.ts';
import { dailyLetter, urgentLetter } from '../ledger/make-letter.ts';
import type { ConsultationAnswered, ConsultationBegun, ConsultationLapsed, OpinionDecided } from './plan-event.ts';
import type { OpinionDecision, PlanState } from './plan-state.ts';

const decisions: readonly OpinionDecision[] = ['adopted', 'partly-adopted', 'refused'];

/** The draft to each consulted unit at once, and its reminders. */
export function consultationLetters({ at, unitIds, due, ladder }: ConsultationBegun, after: PlanState): LetterChange {
  const make = unitIds.flatMap((unitId) => {
    const content = {
      receiver: { unitId, seat: 'officer' },
      key: consultationKey(unitId),
      about: due.date,
      facts: { title: after.title, tasks: after.units[unitId]?.tasks ?? 0 },
    } as const;
    const reminders = Object.entries(ladder).map(([step, day]) =>
      dailyLetter(day, { ...content, kind: 'consultation-reminder', step }),
    );
    return [urgentLetter(at, { ...content, kind: 'consultation-begun', step: '0' }), ...reminders];
  });
  return { make, withdraw: [] };
}

/** An answer ends what the unit is asked; opinions go to the office. */
export function answerLetters(event: ConsultationAnswered, after: PlanState): LetterChange {
  const { unitId, opinions, mailDay, late } = event;
  const withdraw = [consultationKey(unitId)];
  if (opinions.length === 0) return { make: [], withdraw };
  const received = dailyLetter(mailDay, {
    kind: 'opinion-received',
    receiver: { unitId: after.officeUnitId, seat: 'office' },
    key: opinionsKey(unitId),
    step: '0',
    about: null,
    facts: { title: after.title, unitId, opinions: opinions.length, late: late ? 1 : 0 },
  });
  return { make: [received], withdraw };
}

/** The office hears which units let their limit pass; the units' own letters stand, since they may still answer. */
export function lapseLetters({ unitIds, mailDay }: ConsultationLapsed, after: PlanState): LetterChange {
  const lapsed = dailyLetter(mailDay, {
    kind: 'consultation-lapsed',
    receiver: { unitId: after.officeUnitId, seat: 'office' },
    key: 'lapsed',
    step: '0',
    about: after.consultation?.due ?? null,
    facts: { title: after.title, units: unitIds.length },
  });
  return { make: [lapsed], withdraw: [] };
}

/** The unit hears the decision on its opinion; a later decision on the same opinion takes the letter's place. */
export function opinionLetters(event: OpinionDecided, after: PlanState): LetterChange {
  const { opinionId, unitId, taskNumber, decision, mailDay } = event;
  const decided = dailyLetter(mailDay, {
    kind: 'opinion-decided',
    receiver: { unitId, seat: 'officer' },
    key: decisionKey(opinionId, decision),
    step: '0',
    about: null,
    facts: { title: after.title, taskNumber, decision },
  });
  const isLast = after.opinions.every((each) => each.unitId !== unitId || each.decision !== 'none');
  const earlier = decisions.filter((each) => each !== decision).map((each) => decisionKey(opinionId, each));
  return { make: [decided], withdraw: [...earlier, ...(isLast ? [opinionsKey(unitId)] : [])] };
}

/** A unit that a change of the breakdown took out of the plan is asked nothing any more. */
export function revisionWithdrawals(leaves: readonly string[], after: PlanState): readonly string[] {
  return leaves.filter((unitId) => (after.units[unitId]?.tasks ?? 0) === 0).map(consultationKey);
}

/** Everything that the end of the consultation makes pointless; that units let it lapse stays worth knowing. */
export function consultationKeys({ units, opinions }: PlanState): readonly string[] {
  const withOpinions = [...new Set(opinions.map(({ unitId }) => unitId))].toSorted();
  return [...Object.keys(units).toSorted().map(consultationKey), ...withOpinions.map(opinionsKey)];
}

function consultationKey(unitId: string): string {
  return `consultation/${unitId}`;
}

function decisionKey(opinionId: string, decision: OpinionDecision): string {
  return `opinion/${opinionId}/${decision}`;
}

function opinionsKey(unitId: string): string {
  return `opinions/${unitId}`;
}
