import { assertNever } from '../errors.ts';
import type { LetterChange } from '../ledger/letter.ts';
import { dailyLetter, onlyWithdraw, urgentLetter } from '../ledger/make-letter.ts';
import { isAmendmentEvent } from './amendment/amendment-event.ts';
import { amendmentLetters } from './amendment/amendment-letters.ts';
import {
  answerLetters,
  consultationKeys,
  consultationLetters,
  lapseLetters,
  opinionLetters,
  revisionWithdrawals,
} from './consultation-letters.ts';
import type {
  ApprovalAsked,
  BreakdownApproved,
  BreakdownReturned,
  NoticeReceipted,
  PlanEvent,
  PlanIssued,
  ReceiptsListed,
  SlipsDrafted,
} from './plan-event.ts';
import type { PlanState } from './plan-state.ts';
import { summaryLetters } from './year-end/summary-letters.ts';
import { unitIdsWhere } from './plan-units.ts';

/** What the event does to letters: who is told what and when, and what needs no telling any more. */
export function planLetters(event: PlanEvent, _before: PlanState, after: PlanState): LetterChange {
  if (isAmendmentEvent(event)) return amendmentLetters(event, after);
  switch (event.type) {
    case 'consultationBegun':
      return consultationLetters(event, after);
    case 'consultationAnswered':
      return answerLetters(event, after);
    case 'consultationLapsed':
      return lapseLetters(event, after);
    case 'opinionDecided':
      return opinionLetters(event, after);
    case 'taskRevised':
      return onlyWithdraw(...revisionWithdrawals(event.leaves, after));
    case 'taskDropped':
      return onlyWithdraw(...revisionWithdrawals(event.unitIds, after));
    case 'approvalAsked':
      return askedLetters(event, after);
    case 'breakdownApproved':
    case 'breakdownReturned':
      return decidedLetters(event, after);
    case 'planIssued':
      return issueLetters(event, after);
    case 'noticeReceipted':
      return onlyWithdraw(...receiptKeys(event, after));
    case 'receiptsListed':
      return listingLetters(event, after);
    case 'summaryAsked':
    case 'summaryApproved':
    case 'summaryReturned':
    case 'tasksClosed':
      return summaryLetters(event, after);
    case 'slipsDrafted':
      return withheldLetters(event, after);
    case 'slipsDue':
    case 'slipsRetimed':
    case 'orderProposed':
    case 'noticeImported':
    case 'taskDrafted':
    case 'taskSplitOff':
    case 'taskMerged':
    case 'taskAdded':
    case 'pointOpened':
    case 'pointSettled':
    case 'tasksStarted':
    case 'deliveryFailed':
      return onlyWithdraw();
    default:
      return assertNever(event);
  }
}

function askedLetters({ mailDay }: ApprovalAsked, after: PlanState): LetterChange {
  const asked = dailyLetter(mailDay, {
    kind: 'approval-asked',
    receiver: { unitId: after.leadershipUnitId, seat: 'leader' },
    key: 'approval',
    step: '0',
    about: null,
    facts: { title: after.title, tasks: after.taskCount },
  });
  return { make: [asked], withdraw: ['breakdown', ...consultationKeys(after)] };
}

function decidedLetters(event: BreakdownApproved | BreakdownReturned, after: PlanState): LetterChange {
  const decided = dailyLetter(event.mailDay, {
    kind: 'breakdown-decided',
    receiver: { unitId: after.officeUnitId, seat: 'office' },
    key: 'breakdown',
    step: event.type === 'breakdownApproved' ? 'approved' : 'returned',
    about: null,
    facts: { title: after.title, approved: event.type === 'breakdownApproved' ? 1 : 0 },
  });
  return { make: [decided], withdraw: ['approval'] };
}

function issueLetters({ at, unitIds, receiptDue, ladder }: PlanIssued, after: PlanState): LetterChange {
  const make = unitIds.flatMap((unitId) => {
    const content = {
      receiver: { unitId, seat: 'officer' },
      key: receiptKey(unitId),
      about: receiptDue.date,
      facts: { title: after.title, tasks: after.units[unitId]?.tasks ?? 0 },
    } as const;
    const reminders = Object.entries(ladder).map(([step, day]) =>
      dailyLetter(day, { ...content, kind: 'receipt-reminder', step }),
    );
    return [urgentLetter(at, { ...content, kind: 'notice-issued', step: '0' }), ...reminders];
  });
  return { make, withdraw: ['breakdown'] };
}

function listingLetters({ unitIds, mailDay }: ReceiptsListed, after: PlanState): LetterChange {
  const about = after.receiptDue;
  const toHeads = unitIds.map((unitId) =>
    dailyLetter(mailDay, {
      kind: 'receipt-listed',
      receiver: { unitId, seat: 'head' },
      key: receiptKey(unitId),
      step: 'head',
      about,
      facts: { title: after.title, tasks: after.units[unitId]?.tasks ?? 0 },
    }),
  );
  const toOffice = dailyLetter(mailDay, {
    kind: 'receipt-listed',
    receiver: { unitId: after.officeUnitId, seat: 'office' },
    key: 'receipts',
    step: 'office',
    about,
    facts: { title: after.title, units: unitIds.length },
  });
  return { make: [...toHeads, toOffice], withdraw: [] };
}

// Named one by one, because each has to be reached in another way.
function withheldLetters({ withheld, mailDay, period }: SlipsDrafted, after: PlanState): LetterChange {
  const make = withheld.map(({ unitId }) =>
    dailyLetter(mailDay, {
      kind: 'slips-withheld',
      receiver: { unitId: after.officeUnitId, seat: 'office' },
      key: `withheld/${unitId}`,
      step: period,
      about: null,
      facts: { title: after.title, unitId, period, units: 1 },
    }),
  );
  return { make, withdraw: [] };
}

function receiptKeys({ unitId }: NoticeReceipted, after: PlanState): readonly string[] {
  const isLast = unitIdsWhere(after.units, ({ receiptedAt }) => receiptedAt === null).length === 0;
  return [receiptKey(unitId), ...(isLast ? ['receipts'] : [])];
}

function receiptKey(unitId: string): string {
  return `receipt/${unitId}`;
}
