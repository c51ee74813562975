import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../domain/canonical.ts';
import { dayOf } from '../../../domain/instant.ts';
import { fold } from '../../../domain/ledger/book.ts';
import { planBook } from '../../../domain/plan/plan-book.ts';
import type { PlanCommand } from '../../../domain/plan/plan-command.ts';
import type { PlanEvent } from '../../../domain/plan/plan-event.ts';
import type { PlanPhase, PlanState } from '../../../domain/plan/plan-state.ts';
import { faultInLives, when } from '../every-life.ts';
import { approversOf } from '../on-paper.ts';
import { live, stateOf, steps } from './random-plan.ts';

// Written out by hand: which command a plan takes in which phase.
const table: Readonly<Record<PlanCommand['type'], readonly PlanPhase[]>> = {
  settlePoints: ['draft', 'consultation'],
  reviseTask: ['draft', 'consultation'],
  settleTasks: ['consultation'],
  splitTask: ['draft', 'consultation'],
  mergeTasks: ['draft', 'consultation'],
  addTask: ['draft', 'consultation'],
  dropTask: ['draft', 'consultation'],
  beginConsultation: ['draft'],
  answerConsultation: ['consultation'],
  decideOpinion: ['consultation'],
  askApproval: ['consultation'],
  approveBreakdown: ['approval'],
  returnBreakdown: ['approval'],
  issuePlan: ['approved'],
  receiptNotice: ['issued'],
  amendNotice: ['issued'],
  receiptAmendment: ['issued'],
  noteTasksStarted: ['issued'],
  noteSlips: ['issued'],
  proposeOrder: ['issued'],
  retime: ['draft', 'consultation', 'approval', 'approved', 'issued'],
  noteDeliveryFailure: ['consultation', 'approval', 'approved', 'issued'],
  askSummaryApproval: ['issued'],
  approveSummary: ['issued'],
  returnSummary: ['issued'],
  noteTasksClosed: ['issued'],
  wake: ['draft', 'consultation', 'approval', 'approved', 'issued'],
};

const changes: readonly PlanEvent['type'][] = ['taskRevised', 'taskSplitOff', 'taskMerged', 'taskAdded', 'taskDropped'];

const faultIn = faultInLives(steps, live);

describe('whatever is tried on a plan', () => {
  it('reaches every phase, so that the rest is about all of them', () => {
    const reached = new Set<PlanPhase>();
    faultIn(({ taken }) => {
      for (const { after } of taken) reached.add(after.phase);
      return [];
    });
    expect([...reached].toSorted()).toEqual(['approval', 'approved', 'consultation', 'draft', 'issued']);
  });

  it('is taken only in a phase that the table allows', () => {
    const fault = faultIn(({ taken }) =>
      taken.flatMap(({ command: { type }, before: { phase } }) =>
        when(!table[type].includes(phase), `${type} in ${phase}`),
      ),
    );
    expect(fault).toBeNull();
  });

  it('has as many tasks as were brought in and not taken away, in every way there is', () => {
    const seen = new Set<PlanEvent['type']>();
    const fault = faultIn((life) => {
      const count = (...types: readonly PlanEvent['type'][]) =>
        life.history.filter(({ type }) => types.includes(type)).length;
      for (const { type } of life.history) if (changes.includes(type)) seen.add(type);
      const stand = count('taskDrafted', 'taskSplitOff', 'taskAdded') - count('taskMerged', 'taskDropped');
      const { taskCount, units } = stateOf(life);
      const isWrong = taskCount !== stand || Object.values(units).some(({ tasks }) => tasks < 0);
      return when(isWrong, `${taskCount} tasks, not ${stand}`);
    });
    expect(fault).toBeNull();
    expect([...seen].toSorted()).toEqual([...changes].toSorted());
  });

  it('leaves the plan as its events say', () => {
    const fault = faultIn((life) => {
      const folded = canonicalText(fold(planBook, planBook.initial, life.history));
      return when(folded !== canonicalText(stateOf(life)), `folded ${folded}`);
    });
    expect(fault).toBeNull();
  });

  it('never goes back in time', () => {
    const fault = faultIn(({ history }) =>
      history.flatMap(({ at, type }, index) => when(at < (history[index - 1]?.at ?? at), `${type} at ${at}`)),
    );
    expect(fault).toBeNull();
  });

  it('lets nobody approve what they made or asked for, on paper or online', () => {
    const ways = new Set<string>();
    const fault = faultIn(({ history }) =>
      history.flatMap((event, index) => {
        if (event.type !== 'breakdownApproved') return [];
        ways.add(event.paper === undefined ? 'online' : 'on paper');
        const made = makersOf(history.slice(0, index));
        const approvers = approversOf(event);
        return when(
          approvers.some((person) => made.includes(person)),
          approvers.join(),
        );
      }),
    );
    expect(fault).toBeNull();
    expect([...ways].toSorted()).toEqual(['on paper', 'online']);
  });

  it('lets nobody approve the summary of the year that they put up', () => {
    const ways = new Set<string>();
    const fault = faultIn(({ history }) =>
      history.flatMap((event, index) => {
        if (event.type !== 'summaryApproved') return [];
        ways.add(event.paper === undefined ? 'online' : 'on paper');
        const asked = history.slice(0, index).findLast(({ type }) => type === 'summaryAsked');
        return when(asked === undefined || approversOf(event).includes(personOf(asked)), approversOf(event).join());
      }),
    );
    expect(fault).toBeNull();
    expect([...ways].toSorted()).toEqual(['on paper', 'online']);
  });

  it('lets nobody decide on an opinion that they gave', () => {
    const fault = faultIn(({ history }) =>
      history.flatMap((event) =>
        when(event.type === 'opinionDecided' && giverOf(history, event.opinionId) === personOf(event), personOf(event)),
      ),
    );
    expect(fault).toBeNull();
  });

  it('issues nothing that was revised after its approval', () => {
    const fault = faultIn(({ history }) => {
      const issued = history.findIndex(({ type }) => type === 'planIssued');
      const approved = history.findLastIndex(({ type }) => type === 'breakdownApproved');
      const revised = history.findLastIndex(({ type }) => changes.includes(type));
      return when(issued >= 0 && (revised > approved || approved < 0 || approved > issued), 'issued without approval');
    });
    expect(fault).toBeNull();
  });

  it('has a wake as long as anything waits for time, and makes progress with each', () => {
    const fault = faultIn(({ taken }) =>
      taken.flatMap(({ after, command, at, events }) => {
        const wake = planBook.nextWake(after);
        const waits = after.phase === 'consultation' && withTasks(after).some(({ answer }) => answer === 'none');
        const stuck = command.type === 'wake' && wake !== null && wake <= at;
        return [
          ...when(waits && wake === null, `${command.type} leaves units waiting for ever`),
          ...when(stuck, `a wake at ${at} leads to one at ${wake} by ${events.length} events`),
        ];
      }),
    );
    expect(fault).toBeNull();
  });

  it('lists every unit that has not receipted on the day set for it, once', () => {
    const fault = faultIn(({ taken, history }) => {
      const issue = history.find((event) => event.type === 'planIssued');
      const listings = history.filter((event) => event.type === 'receiptsListed');
      const last = taken.at(-1);
      if (issue === undefined || last === undefined || dayOf(last.at) <= issue.listedOn)
        return when(listings.length > 1, 'twice');
      const early = history.flatMap((event) =>
        event.type === 'noticeReceipted' && dayOf(event.at) < issue.listedOn ? [event.unitId] : [],
      );
      const silent = issue.unitIds.filter((unitId) => !early.includes(unitId));
      const listed = listings.flatMap(({ unitIds }) => unitIds);
      return when(listed.join() !== silent.join(), `listed ${listed.join()}, silent ${silent.join()}`);
    });
    expect(fault).toBeNull();
  });

  it('leaves no letter to go out about a thing that has ended', () => {
    const fault = faultIn(({ taken }) =>
      taken.flatMap(({ waiting, after, command }) =>
        waiting.flatMap(({ key }) => when(isOver(key, after), `${key} after ${command.type}`)),
      ),
    );
    expect(fault).toBeNull();
  });

  it('writes to officers and heads of its units, to its office and to its leader, and to nobody else', () => {
    const fault = faultIn(({ taken }) =>
      taken.flatMap(({ waiting, after }) =>
        waiting.flatMap(({ receiver: { seat, unitId }, kind }) => {
          const expected = seat === 'office' ? ['office'] : seat === 'leader' ? ['leaders'] : unitsOf(after);
          return when(!expected.includes(unitId) || seat === 'writer', `${kind} to the ${seat} of ${unitId}`);
        }),
      ),
    );
    expect(fault).toBeNull();
  });
});

// A unit that a later change of a task brought in is none of the breakdown's.
function unitsOf({ units, amendments }: PlanState): readonly string[] {
  const told = amendments.flatMap(({ waiting, receipted }) => [...Object.keys(waiting), ...receipted]);
  return [...Object.keys(units), ...told];
}

function withTasks({ units }: PlanState) {
  return Object.values(units).filter(({ tasks }) => tasks > 0);
}

function makersOf(history: readonly PlanEvent[]): readonly string[] {
  const made = ['noticeImported', 'pointSettled', 'taskRevised'];
  const asked = history.findLast(({ type }) => type === 'approvalAsked');
  return [...history.filter(({ type }) => made.includes(type)), ...(asked === undefined ? [] : [asked])].map(personOf);
}

function giverOf(history: readonly PlanEvent[], opinionId: string): string | null {
  const answer = history.find(
    (event) => event.type === 'consultationAnswered' && event.opinions.some(({ id }) => id === opinionId),
  );
  return answer === undefined ? null : personOf(answer);
}

function personOf({ by }: PlanEvent): string {
  return by === 'system' ? by : by.personId;
}

// When the thing that a letter's key names is over, said apart from the code that withdraws letters.
function isOver(key: string, state: PlanState): boolean {
  const [kind = '', unitId = '', third] = key.split('/');
  const amendment = state.amendments.find(({ amendmentId }) => amendmentId === unitId);
  const unit = state.units[unitId];
  const ends: Readonly<Record<string, boolean>> = {
    consultation:
      state.phase !== 'consultation' ||
      unit?.tasks === 0 ||
      unit?.answer === 'no-opinion' ||
      unit?.answer === 'opinions',
    opinions: state.opinions.every((opinion) => opinion.unitId !== unitId || opinion.decision !== 'none'),
    approval: state.phase !== 'approval',
    breakdown: state.phase === 'issued' || state.phase === 'approval',
    receipt: unit?.receiptedAt !== null,
    receipts: withTasks(state).every(({ receiptedAt }) => receiptedAt !== null),
    opinion: false,
    amendment:
      third === undefined
        ? Object.keys(amendment?.waiting ?? {}).length === 0
        : amendment?.receipted.includes(third) === true,
    lapsed: false,
    summary: state.summary === null || state.summary.approvedAt !== null,
    'summary#decided': false,
  };
  return ends[kind] ?? true;
}
