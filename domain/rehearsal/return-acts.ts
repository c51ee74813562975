import { type WorkingCalendar, nextWorkingDay, shiftWorkingDays } from '../calendar/working-calendar.ts';
import { type Instant, atHour, dayOf } from '../instant.ts';
import type { PlainDate } from '../plain-date.ts';
import { isReviewed } from '../task/obligations.ts';
import { approvedBy } from './approval-route.ts';
import { dayOfTiming, doingOf, itemKeyOf, sendBackOf, timingOf } from './behaviour.ts';
import { filledRows } from './filled-rows.ts';
import type { PersonAct, PlannedAct } from '../act/person-act.ts';
import type { ReturnName } from '../act/return-act.ts';
import type { RehearsalView, ViewedReturn, ViewedReview, ViewedUnit } from './rehearsal-view.ts';
import type { ReplacedRow, Scenario } from './scenario.ts';

/** What units do with the notice once it is issued: receipt, fill in, approve, submit. */
export function unitActs(scenario: Scenario, view: RehearsalView, calendar: WorkingCalendar): readonly PlannedAct[] {
  if (view.issuedAt === null) return [];
  const issuedOn = dayOf(view.issuedAt);
  const units = new Map(view.units.map((unit) => [unit.unitId, unit]));
  const due = view.receiptDue ?? issuedOn;
  const receipts = view.units.flatMap((unit) => receiptOf(scenario, unit, { began: issuedOn, due }, calendar));
  const returns = view.returns.flatMap((owed) => {
    const unit = units.get(owed.unitId);
    return unit === undefined ? [] : returnActs(scenario, { unit, owed, issuedOn, on: dayOf(view.instant) }, calendar);
  });
  return [...receipts, ...returns];
}

/** What the office does with submitted returns: reviews them. */
export function officeActs(scenario: Scenario, view: RehearsalView, calendar: WorkingCalendar): readonly PlannedAct[] {
  const units = new Map(view.units.map((unit) => [unit.unitId, unit.key]));
  const reviews = view.reviews.flatMap((review) =>
    reviewOf(scenario, view, { review, unitKey: units.get(review.unitId) ?? '' }, calendar),
  );
  return reviews;
}

function receiptOf(
  scenario: Scenario,
  unit: ViewedUnit,
  limits: { readonly began: PlainDate; readonly due: PlainDate },
  calendar: WorkingCalendar,
): readonly PlannedAct[] {
  const { officer: by, unitId, contacts } = unit;
  if (unit.receipted || by === null) return [];
  const timing = timingOf(scenario, { unit: unit.key, kind: 'receipt' });
  const day = dayOfTiming(calendar, timing, limits);
  if (day === null) return [];
  return [{ at: atHour(day, 10), key: `receipt/${unit.key}`, by, act: { type: 'receiptNotice', unitId, contacts } }];
}

interface Owing {
  readonly unit: ViewedUnit;
  readonly owed: ViewedReturn;
  readonly issuedOn: PlainDate;
  /** The plan's day. */
  readonly on: PlainDate;
}

function returnActs(scenario: Scenario, owing: Owing, calendar: WorkingCalendar): readonly PlannedAct[] {
  const { unit, owed, issuedOn } = owing;
  const of: ReturnName = { unitId: unit.unitId, kind: owed.kind, period: owed.period };
  const back =
    owed.sentBackOn === null ? null : sendBackOf(scenario, { ...of, unit: unit.key, round: owed.version - 1 });
  const day = dayOfReturn(scenario, owing, calendar);
  if (day === null) return [];
  const path = `${doingOf[owed.kind]}/${unit.key}/${owed.period}/v${owed.version}`;
  const at = atHour(day, 10);
  const plan = (by: PlannedAct['by'] | null, step: string, when: Instant, act: PersonAct): readonly PlannedAct[] =>
    by === null ? [] : [{ at: when, key: `${path}/${step}`, by, act }];
  const submit: PersonAct = { type: 'submitReturn', of, version: owed.version };
  switch (owed.stage) {
    case 'open': {
      const replaced: readonly ReplacedRow[] = back?.resubmit.rows ?? [];
      const rows = filledRows(scenario, { unitKey: unit.key, unitName: unit.name, of: owed, issuedOn, replaced });
      return plan(unit.officer, 'save', at, { type: 'saveRows', of, rows });
    }
    case 'saved':
      if (!isReviewed(owed.kind)) return plan(unit.officer, 'submit', at, submit);
      if (scenario.onPaper?.includes(unit.key) && unit.head !== null) {
        const route = approvedBy(scenario, { signing: unit.key, approver: unit.head, recorder: unit.officer, on: day });
        return plan(unit.officer, 'submit', atHour(day, 15), submit).map((each) => ({ ...each, ...route }));
      }
      return plan(unit.officer, 'ask', at, { type: 'askHeadApproval', of });
    case 'asked':
      return plan(unit.head, 'submit', atHour(day, 15), submit);
  }
}

function dayOfReturn(
  scenario: Scenario,
  { unit, owed, issuedOn, on }: Owing,
  calendar: WorkingCalendar,
): PlainDate | null {
  const { kind, period, version, sentBackOn, due, stage } = owed;
  // What was begun is finished the same day; a version that is open no longer says when its rows were sent back.
  if (stage !== 'open') return nextWorkingDay(calendar, on);
  if (sentBackOn === null) {
    const timing = timingOf(scenario, { unit: unit.key, kind: doingOf[kind], period });
    return dayOfTiming(calendar, timing, { began: issuedOn, due });
  }
  const back = sendBackOf(scenario, { unit: unit.key, kind, period, round: version - 1 });
  return shiftWorkingDays(calendar, sentBackOn, back?.resubmit.workingDaysAfter ?? 1).date;
}

// The office's own people do not review the unit they sit in, nor what they made.
function reviewOf(
  scenario: Scenario,
  view: RehearsalView,
  { review, unitKey }: { readonly review: ViewedReview; readonly unitKey: string },
  calendar: WorkingCalendar,
): readonly PlannedAct[] {
  const { unitId, kind, period, version, makers, notBy, submittedAt, rows } = review;
  const barred = [...makers, ...notBy];
  const reviewer = view.office.find(
    ({ actor, otherUnitIds }) => !otherUnitIds.includes(unitId) && !barred.includes(actor.personId),
  );
  if (reviewer === undefined) return [];
  const timing = scenario.behaviour.default.review;
  const day = shiftWorkingDays(calendar, dayOf(submittedAt), timing.workingDaysAfter ?? 0).date;
  // What an upheld objection brought back is not sent back once more for the same reason.
  const isBroughtBack = notBy.length > 0;
  const back = isBroughtBack ? null : sendBackOf(scenario, { unit: unitKey, kind, period, round: version });
  const sendBack = rows
    .filter(({ taskNumber, title }) => isSentBack(scenario, back, { taskNumber, title }))
    .map(({ taskId, subjectId }) => ({ taskId, subjectId, reason: back?.reason ?? '' }));
  return [
    {
      at: atHour(day, 16, 30),
      key: `review/${doingOf[kind]}/${unitKey}/${period}/v${version}${isBroughtBack ? '/again' : ''}`,
      by: reviewer.actor,
      act: { type: 'reviewReturn', of: { unitId, kind, period }, version, sendBack },
    },
  ];
}

function isSentBack(
  scenario: Scenario,
  back: ReturnType<typeof sendBackOf>,
  { taskNumber, title }: { readonly taskNumber: string; readonly title: string },
): boolean {
  if (back === null || !back.tasks.includes(taskNumber)) return false;
  return back.items === undefined || back.items.includes(itemKeyOf(scenario, taskNumber, title) ?? '');
}
