import { describe, expect, it } from 'vitest';
import { fold } from '../../../domain/ledger/book.ts';
import { dayOf } from '../../../domain/instant.ts';
import { planBook } from '../../../domain/plan/plan-book.ts';
import type { PlanCommand } from '../../../domain/plan/plan-command.ts';
import type { PlanEvent } from '../../../domain/plan/plan-event.ts';
import type { PlanPhase, PlanState } from '../../../domain/plan/plan-state.ts';
import { everyLife } from '../every-life.ts';
import { live, stateOf, steps } from './random-plan.ts';

// Written out by hand: which command a plan takes in which phase.
const table: Readonly<Record<PlanCommand['type'], readonly PlanPhase[]>> = {
  settlePoints: ['draft', 'consultation'],
  reviseTask: ['draft', 'consultation'],
  beginConsultation: ['draft'],
  answerConsultation: ['consultation'],
  decideOpinion: ['consultation'],
  askApproval: ['consultation'],
  approveBreakdown: ['approval'],
  returnBreakdown: ['approval'],
  issuePlan: ['approved'],
  receiptNotice: ['issued'],
  noteTasksStarted: ['issued'],
  noteDeliveryFailure: ['consultation', 'approval', 'approved', 'issued'],
  wake: ['draft', 'consultation', 'approval', 'approved', 'issued'],
};

const always = everyLife(steps, live);

const withTasks = ({ units }: PlanState) => Object.entries(units).filter(([, { tasks }]) => tasks > 0);

describe('whatever is tried on a plan', () => {
  it('lets lives reach every phase, so that the rest is about all of them', () => {
    const reached = new Set<PlanPhase>();
    always(({ taken }) => {
      for (const { after } of taken) reached.add(after.phase);
    });
    expect([...reached].toSorted()).toEqual(['approval', 'approved', 'consultation', 'draft', 'issued']);
  });

  it('takes no command in a phase that the table does not allow', () => {
    always(({ taken }) => {
      for (const { command, before } of taken) expect(table[command.type]).toContain(before.phase);
    });
  });

  it('is what its events say', () => {
    always((life) => {
      expect(fold(planBook, planBook.initial, life.history)).toEqual(stateOf(life));
    });
  });

  it('never goes back in time', () => {
    always(({ history }) => {
      const moments = history.map(({ at }) => at);
      expect(moments).toEqual(moments.toSorted());
    });
  });

  it('lets nobody approve what they made or asked for', () => {
    always(({ history }) => {
      history.forEach((event, index) => {
        if (event.type === 'breakdownApproved')
          expect(makersOf(history.slice(0, index))).not.toContain(event.by.personId);
      });
    });
  });

  it('lets nobody decide on an opinion that they gave', () => {
    always(({ history }) => {
      for (const event of history) {
        if (event.type === 'opinionDecided') expect(giverOf(history, event.opinionId)).not.toBe(event.by.personId);
      }
    });
  });

  it('issues nothing that was not approved since the last revision', () => {
    always(({ history }) => {
      const issued = history.findIndex(({ type }) => type === 'planIssued');
      const approved = history.findLastIndex(({ type }) => type === 'breakdownApproved');
      const revised = history.findLastIndex(({ type }) => type === 'taskRevised');
      if (issued >= 0) expect([revised < approved, approved < issued]).toEqual([true, true]);
    });
  });

  it('wakes as long as anything waits for time, and never twice for the same', () => {
    always(({ taken }) => {
      for (const { after, command, events, at } of taken) {
        const unanswered = withTasks(after).some(([, { answer }]) => answer === 'none');
        if (after.phase === 'consultation' && unanswered) expect(planBook.nextWake(after)).not.toBeNull();
        const next = planBook.nextWake(after);
        if (command.type === 'wake' && events.length > 0 && next !== null) expect(next > at).toBe(true);
      }
    });
  });

  it('lists every unit that has not receipted on the day set for it, once', () => {
    always(({ taken, history }) => {
      const issue = history.find((event) => event.type === 'planIssued');
      const listings = history.filter((event) => event.type === 'receiptsListed');
      expect(listings.length).toBeLessThanOrEqual(1);
      const [listing] = listings;
      const last = taken.at(-1);
      if (issue === undefined || last === undefined || dayOf(last.at) <= issue.listedOn) return;
      const early = history.filter((event) => event.type === 'noticeReceipted' && dayOf(event.at) < issue.listedOn);
      const silent = issue.unitIds.filter(
        (unitId) => !early.some((event) => 'unitId' in event && event.unitId === unitId),
      );
      expect(listing?.unitIds ?? []).toEqual(silent);
    });
  });

  it('leaves no letter to go out about a thing that has ended', () => {
    always(({ taken }) => {
      for (const { waiting, after } of taken) {
        for (const { key } of waiting) expect([key, isOver(key, after)]).toEqual([key, false]);
      }
    });
  });

  it('writes to officers of units with tasks, and otherwise to the office, heads and the leader alone', () => {
    always(({ taken }) => {
      for (const { waiting, after } of taken) {
        for (const { receiver } of waiting) {
          const isUnit = receiver.seat === 'officer' || receiver.seat === 'head';
          if (isUnit) expect(Object.keys(after.units)).toContain(receiver.unitId);
          else
            expect([receiver.seat, receiver.unitId]).toEqual(
              receiver.seat === 'office' ? ['office', 'office'] : ['leader', 'leaders'],
            );
        }
      }
    });
  });
});

function makersOf(history: readonly PlanEvent[]): readonly string[] {
  const made = ['noticeImported', 'pointSettled', 'taskRevised'];
  const asked = history.findLast(({ type }) => type === 'approvalAsked');
  return [...history.filter(({ type }) => made.includes(type)), ...(asked === undefined ? [] : [asked])].map(({ by }) =>
    by === 'system' ? by : by.personId,
  );
}

function giverOf(history: readonly PlanEvent[], opinionId: string): string | null {
  const answer = history.find(
    (event) => event.type === 'consultationAnswered' && event.opinions.some(({ id }) => id === opinionId),
  );
  return answer === undefined || answer.by === 'system' ? null : answer.by.personId;
}

// When the thing that a letter's key names is over, said apart from the code that withdraws letters.
function isOver(key: string, state: PlanState): boolean {
  const [kind, unitId = ''] = key.split('/');
  const unit = state.units[unitId];
  switch (kind) {
    case 'consultation':
      return (
        state.phase !== 'consultation' ||
        unit === undefined ||
        unit.tasks === 0 ||
        !['none', 'lapsed'].includes(unit.answer)
      );
    case 'opinions':
      return state.opinions.every((opinion) => opinion.unitId !== unitId || opinion.decision !== 'none');
    case 'approval':
      return state.phase !== 'approval';
    case 'breakdown':
      return state.phase === 'issued' || state.phase === 'approval';
    case 'receipt':
      return unit?.receiptedAt !== null;
    case 'receipts':
      return withTasks(state).every(([, { receiptedAt }]) => receiptedAt !== null);
    default:
      return false;
  }
}
