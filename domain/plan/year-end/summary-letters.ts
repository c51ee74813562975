import type { LetterChange } from '../../ledger/letter.ts';
import { dailyLetter, onlyWithdraw } from '../../ledger/make-letter.ts';
import type { PlanState } from '../plan-state.ts';
import type { SummaryEvent } from './summary-event.ts';

/** Who is told of the year's summary: the leader that it waits, the office what became of it. */
export function summaryLetters(event: SummaryEvent, after: PlanState): LetterChange {
  switch (event.type) {
    case 'summaryAsked': {
      const rows = Object.values(event.counts).reduce((sum, count) => sum + count, 0);
      const asked = dailyLetter(event.mailDay, {
        kind: 'summary-asked',
        receiver: { unitId: after.leadershipUnitId, seat: 'leader' },
        key: 'summary',
        step: event.summaryHash,
        about: null,
        facts: { title: after.title, rows },
      });
      return { make: [asked], withdraw: ['summary#decided'] };
    }
    case 'summaryApproved':
    case 'summaryReturned': {
      const decided = dailyLetter(event.mailDay, {
        kind: 'summary-decided',
        receiver: { unitId: after.officeUnitId, seat: 'office' },
        key: 'summary#decided',
        step: `${event.type}/${event.at}`,
        about: null,
        facts: { title: after.title, approved: event.type === 'summaryApproved' ? 1 : 0 },
      });
      return { make: [decided], withdraw: ['summary'] };
    }
    case 'tasksClosed':
      return onlyWithdraw();
  }
}
