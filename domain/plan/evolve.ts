import type { PersonActor } from '../actor.ts';
import { assertNever } from '../errors.ts';
import { dayOf } from '../instant.ts';
import { approverOf, personsBehind } from '../paper-approval.ts';
import { addDays } from '../plain-date.ts';
import { isAmendmentEvent } from './amendment/amendment-event.ts';
import { amendmentWakes, amendmentsAfter } from './amendment/evolve-amendment.ts';
import type {
  ConsultationAnswered,
  ConsultationBegun,
  NoticeImported,
  OpinionDecided,
  PlanEvent,
  PlanIssued,
  SlipsDrafted,
  SlipsDue,
  SlipsRetimed,
  TaskRevised,
} from './plan-event.ts';
import type { PlanState, PlanUnit, PlanWake } from './plan-state.ts';
import type { ReshapeEvent } from './reshape/reshape-event.ts';
import { evolveSummary } from './year-end/evolve-summary.ts';
import { partyIds, unitIdsWhere } from './plan-units.ts';

const newcomer: PlanUnit = { tasks: 0, answer: 'none', answerDue: null, receiptedAt: null };

/** The state after `event`. */
export function evolvePlan(state: PlanState, event: PlanEvent): PlanState {
  const after = changed(state, event);
  return { ...after, wakes: wakesOf(after), lastAt: event.at };
}

function changed(state: PlanState, event: PlanEvent): PlanState {
  if (isAmendmentEvent(event)) return { ...state, amendments: amendmentsAfter(state, event) };
  switch (event.type) {
    case 'noticeImported':
      return imported(state, event);
    case 'taskDrafted':
      return { ...counted(state, partyIds(event.draft), 1), taskCount: state.taskCount + 1 };
    case 'pointOpened':
      return { ...state, openPoints: [...state.openPoints, event.point.id] };
    case 'pointSettled':
      return {
        ...madeBy(state, event.by),
        openPoints: state.openPoints.filter((pointId) => pointId !== event.pointId),
      };
    case 'taskRevised':
      return revised(state, event);
    case 'taskSplitOff':
    case 'taskMerged':
    case 'taskAdded':
    case 'taskDropped':
      return reshaped(state, event);
    case 'consultationBegun':
      return consulted(state, event);
    case 'consultationAnswered':
      return answered(state, event);
    case 'consultationLapsed':
      return withUnits(state, event.unitIds, (unit) => ({ ...unit, answer: 'lapsed' }));
    case 'opinionDecided':
      return decided(state, event);
    case 'approvalAsked':
      return { ...state, phase: 'approval', askedBy: event.by };
    case 'breakdownApproved':
      return { ...state, phase: 'approved', approvedAt: event.at };
    case 'breakdownReturned':
      return { ...state, phase: 'consultation', askedBy: null };
    case 'planIssued':
      return issued(state, event);
    case 'tasksStarted':
      return { ...state, startedTasks: event.upTo };
    case 'noticeReceipted':
      return withUnits(state, [event.unitId], (unit) => ({ ...unit, receiptedAt: event.at }));
    case 'receiptsListed':
      return { ...state, wakes: state.wakes.filter(({ does }) => does !== 'list-receipts') };
    case 'summaryAsked':
    case 'summaryApproved':
    case 'summaryReturned':
    case 'tasksClosed':
      return evolveSummary(state, event);
    case 'slipsDue':
    case 'slipsDrafted':
    case 'slipsRetimed':
      return slipsChanged(state, event);
    case 'orderProposed':
    case 'deliveryFailed':
      return state;
    default:
      return assertNever(event);
  }
}

function imported(state: PlanState, event: NoticeImported): PlanState {
  const { planId, clock, title, documentNumber, planYear, rulesVersion, leadershipUnitId } = event;
  return {
    ...madeBy(state, event.by),
    phase: 'draft',
    planId,
    clock,
    title,
    documentNumber,
    planYear,
    rulesVersion,
    leadershipUnitId,
    officeUnitId: event.by.unitId,
  };
}

function revised(state: PlanState, event: TaskRevised): PlanState {
  const moved = counted(counted(state, event.joins, 1), event.leaves, -1);
  return { ...madeBy(moved, event.by), draftVersion: state.draftVersion + 1 };
}

function reshaped(state: PlanState, event: ReshapeEvent): PlanState {
  const after = { ...madeBy(state, event.by), draftVersion: state.draftVersion + 1 };
  if (event.type === 'taskSplitOff' || event.type === 'taskAdded') {
    return { ...counted(after, partyIds(event.draft), 1), taskCount: state.taskCount + 1 };
  }
  const less = { ...counted(after, event.unitIds, -1), taskCount: state.taskCount - 1 };
  if (event.type === 'taskDropped') return less;
  const { number, into } = event;
  // What units said about a task goes with it.
  const opinions = state.opinions.map((each) => (each.taskNumber === number ? { ...each, taskNumber: into } : each));
  return { ...less, opinions };
}

function consulted(state: PlanState, event: ConsultationBegun): PlanState {
  const { date } = event.due;
  const earlier = state.consultation;
  return {
    ...withUnits(state, event.unitIds, (unit) => ({ ...unit, answerDue: date })),
    phase: 'consultation',
    consultation: {
      begunAt: earlier?.begunAt ?? event.at,
      due: earlier !== null && earlier.due > date ? earlier.due : date,
    },
  };
}

function answered(state: PlanState, event: ConsultationAnswered): PlanState {
  const { unitId } = event;
  const answer = event.opinions.length === 0 ? 'no-opinion' : 'opinions';
  const opinions = event.opinions.map(({ id, taskNumber }) => {
    return { id, unitId, taskNumber, by: approverOf(event).personId, decision: 'none' } as const;
  });
  return {
    ...withUnits(state, [unitId], (unit) => ({ ...unit, answer })),
    opinions: [...state.opinions, ...opinions],
  };
}

function decided(state: PlanState, { opinionId, decision }: OpinionDecided): PlanState {
  return { ...state, opinions: state.opinions.map((each) => (each.id === opinionId ? { ...each, decision } : each)) };
}

function issued(state: PlanState, event: PlanIssued): PlanState {
  const listing: PlanWake = { on: event.listedOn, does: 'list-receipts' };
  return {
    ...state,
    phase: 'issued',
    issuedAt: event.at,
    issuedBy: event.by,
    receiptDue: event.receiptDue.date,
    wakes: [...state.wakes, listing],
    slipDays: (event.slipDays ?? []).map(({ period, day }) => ({ period, on: day.date })),
  };
}

function slipsChanged(state: PlanState, event: SlipsDue | SlipsDrafted | SlipsRetimed): PlanState {
  switch (event.type) {
    case 'slipsDue': {
      const { period, at } = event;
      const slipDays = state.slipDays.filter((each) => each.period !== period);
      return { ...state, slipDays, slipsDue: [...state.slipsDue, { period, on: dayOf(at), after: null }] };
    }
    case 'slipsDrafted': {
      const { period, after } = event;
      // A batch that names its last unit is followed by another.
      const slipsDue = state.slipsDue.flatMap((each) => {
        if (each.period !== period) return [each];
        return after === null ? [] : [{ ...each, after }];
      });
      return { ...state, slipsDue };
    }
    case 'slipsRetimed': {
      const days = new Map(event.changes.map(({ period, day }) => [period, day.date]));
      return { ...state, slipDays: state.slipDays.map((each) => ({ ...each, on: days.get(each.period) ?? each.on })) };
    }
    default:
      return assertNever(event);
  }
}

function counted(state: PlanState, unitIds: readonly string[], step: 1 | -1): PlanState {
  return withUnits(state, unitIds, (unit) => ({ ...unit, tasks: unit.tasks + step }));
}

function withUnits(state: PlanState, unitIds: readonly string[], change: (unit: PlanUnit) => PlanUnit): PlanState {
  const changedUnits = unitIds.map((unitId) => [unitId, change(state.units[unitId] ?? newcomer)] as const);
  return { ...state, units: { ...state.units, ...Object.fromEntries(changedUnits) } };
}

function madeBy(state: PlanState, by: PersonActor): PlanState {
  const makers = [...new Set([...state.makers, ...personsBehind(by)])];
  return makers.length === state.makers.length ? state : { ...state, makers };
}

// Derived anew after each event: an answer, a receipt or a revision can take away the last unit that a wake was for.
function wakesOf(state: PlanState): readonly PlanWake[] {
  return [...lapses(state), ...listings(state), ...slips(state), ...amendmentWakes(state)].toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  );
}

function lapses(state: PlanState): readonly PlanWake[] {
  if (state.phase !== 'consultation') return [];
  const waiting = unitIdsWhere(state.units, ({ answer }) => answer === 'none');
  const dues = waiting.flatMap((unitId) => state.units[unitId]?.answerDue ?? []);
  return [...new Set(dues)].map((due) => ({ on: addDays(due, 1), does: 'lapse-consultation' }));
}

function listings(state: PlanState): readonly PlanWake[] {
  const isWaiting = unitIdsWhere(state.units, ({ receiptedAt }) => receiptedAt === null).length > 0;
  return isWaiting ? state.wakes.filter(({ does }) => does === 'list-receipts') : [];
}

function slips({ slipDays }: PlanState): readonly PlanWake[] {
  return [...new Set(slipDays.map(({ on }) => on))].map((on) => ({ on, does: 'begin-slips' }));
}
