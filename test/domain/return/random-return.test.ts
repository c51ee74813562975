import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../domain/canonical.ts';
import { fold } from '../../../domain/ledger/book.ts';
import { approverOf, personsBehind } from '../../../domain/paper-approval.ts';
import { checkCodeOf } from '../../../domain/return/check-code.ts';
import { returnBook } from '../../../domain/return/return-book.ts';
import type { ReturnCommand } from '../../../domain/return/return-command.ts';
import type { ReturnEvent } from '../../../domain/return/return-event.ts';
import type { ReturnState } from '../../../domain/return/return-state.ts';
import { faultInLives, when } from '../every-life.ts';
import { live, returns, stateOf } from './random-return.ts';

// Written out by hand: which command a return takes in which phase; a submitted one is saved again where rows came back.
const table: Readonly<Record<ReturnCommand['type'], readonly ReturnState['phase'][]>> = {
  saveRows: ['none', 'draft', 'submitted'],
  handOverRows: ['none', 'draft', 'submitted'],
  askHeadApproval: ['draft'],
  refuseHeadApproval: ['draft'],
  submitReturn: ['draft'],
  reviewReturn: ['draft', 'submitted'],
  reopenRows: ['none', 'draft', 'submitted', 'settled'],
  noteDelivery: ['draft', 'submitted', 'settled'],
};

const faultIn = faultInLives(returns, live);
const reviewed = ['progress', 'stage-plan'];

describe('whatever is tried on a return', () => {
  it('reaches every state of a row and a second version, so that the rest is about all of them', () => {
    const reached = new Set<string>();
    faultIn(({ taken }) => {
      for (const { after } of taken) {
        for (const { state } of after.rows) reached.add(state);
        if (after.version > 1) reached.add('second version');
        if (after.phase === 'settled') reached.add('settled');
      }
      return [];
    });
    const states = ['accepted', 'draft', 'refused', 'second version', 'sent-back', 'settled', 'submitted'];
    expect([...reached].toSorted()).toEqual(states);
  });

  it('is taken only in a phase that the table allows', () => {
    const fault = faultIn(({ taken }) =>
      taken.flatMap(({ command: { type }, before: { phase } }) =>
        when(!table[type].includes(phase), `${type} in ${phase}`),
      ),
    );
    expect(fault).toBeNull();
  });

  it('leaves the return as its events say, with no wake', () => {
    const fault = faultIn((life) => {
      const folded = fold(returnBook, returnBook.initial, life.history);
      const isSame = canonicalText(folded) === canonicalText(stateOf(life));
      return when(!isSame || returnBook.nextWake(folded) !== null, `folded ${canonicalText(folded)}`);
    });
    expect(fault).toBeNull();
  });

  it('never goes back in time', () => {
    const fault = faultIn(({ history }) =>
      history.flatMap(({ at, type }, index) => when(at < (history[index - 1]?.at ?? at), `${type} at ${at}`)),
    );
    expect(fault).toBeNull();
  });

  it('lets only a head approve what is reviewed, and nobody what they filled in or sent up', () => {
    const fault = faultIn(({ kind, history }) =>
      history.flatMap((event, index) => {
        if (event.type !== 'returnSubmitted' || !reviewed.includes(kind)) return [];
        const approver = approverOf(event);
        const made = makersBefore(history.slice(0, index));
        const isOwn = personsBehind(approver).some((personId) => made.includes(personId));
        return [
          ...when(isOwn, `${approver.personId} approved own work`),
          ...when(approver.seat !== 'head', approver.seat),
        ];
      }),
    );
    expect(fault).toBeNull();
  });

  it('lets nobody review what they made, sent up or approved', () => {
    const fault = faultIn(({ history }) =>
      history.flatMap((event, index) => {
        if (event.type !== 'returnReviewed') return [];
        const earlier = history.slice(0, index);
        const at = earlier.findLastIndex((each) => each.type === 'returnSubmitted' && each.version === event.version);
        const involved = [...makersBefore(earlier.slice(0, at)), ...earlier.slice(at, at + 1).flatMap(approversOf)];
        return when(at < 0 || involved.includes(event.by.personId), `${event.by.personId} among ${involved.join()}`);
      }),
    );
    expect(fault).toBeNull();
  });

  it('submits only what is complete, and of reviewed kinds only what is with the head', () => {
    const fault = faultIn(({ kind, taken }) =>
      taken.flatMap(({ command, before }) => {
        if (command.type !== 'submitReturn') return [];
        const empty = before.rows.some(({ state, entry }) => state === 'draft' && entry === null);
        return [
          ...when(empty, 'an empty row'),
          ...when(
            reviewed.includes(kind) && before.askedBy === null && command.paper === undefined,
            'not with the head',
          ),
        ];
      }),
    );
    expect(fault).toBeNull();
  });

  it('takes a signed print only of the content as it stands, and never from the officer’s own hand', () => {
    const signed = new Set<string>();
    const fault = faultIn(({ kind, taken }) =>
      taken.flatMap(({ command, before, events }) => {
        if (command.type !== 'submitReturn' || command.paper === undefined) return [];
        const { checkCode, signer } = command.paper;
        signed.add(kind);
        const makers = events.flatMap((event) => (event.type === 'returnSubmitted' ? event.makers : []));
        return [
          ...when(checkCode !== checkCodeOf(before), `a print of ${checkCode}`),
          ...when(signer.personId === command.by.personId, `${signer.personId} recorded the own signature`),
          ...when(!makers.includes(signer.personId), `${signer.personId} may review what they signed`),
        ];
      }),
    );
    expect(fault).toBeNull();
    expect([...signed].toSorted()).toEqual(['progress', 'stage-plan']);
  });

  it('leaves a row alone once it is accepted, unless its task refuses the review', () => {
    const fault = faultIn(({ taken }) =>
      taken.flatMap(({ before, after, command }) => {
        if (command.type === 'noteDelivery') return [];
        const now = after.rows.map((row) => canonicalText(row));
        const accepted = before.rows.filter(({ state }) => state === 'accepted');
        return accepted.flatMap((row) => when(!now.includes(canonicalText(row)), `${row.taskId} by ${command.type}`));
      }),
    );
    expect(fault).toBeNull();
  });

  it('counts versions one by one, and opens only rows that came back or stood in none before', () => {
    const fault = faultIn(({ taken }) =>
      taken.flatMap(({ before, after, events }) => {
        const opened = events.flatMap((event) => (event.type === 'returnOpened' ? event.rows : []));
        const states = opened.map(({ taskId }) => before.rows.find((row) => row.taskId === taskId)?.state ?? 'new');
        const wrong = states.filter((state) => !['new', 'sent-back', 'refused'].includes(state));
        const steps = after.version - before.version;
        return [
          ...when(wrong.length > 0, `opened ${wrong.join()}`),
          ...when(steps < 0 || steps > 1, `${steps} versions`),
        ];
      }),
    );
    expect(fault).toBeNull();
  });

  it('accepts rows of reviewed kinds by a review alone, and reviews no others', () => {
    const fault = faultIn((life) => {
      const reviews = life.history.filter(({ type }) => type === 'returnReviewed').length;
      const accepted = stateOf(life).rows.filter(({ state }) => state === 'accepted').length;
      const isReviewed = reviewed.includes(life.kind);
      return when(isReviewed ? accepted > 0 && reviews === 0 : reviews > 0, `${reviews} reviews, ${accepted} accepted`);
    });
    expect(fault).toBeNull();
  });

  it('lets a writer save only rows that were handed to them', () => {
    const fault = faultIn(({ taken }) =>
      taken.flatMap(({ command, before }) => {
        if (command.type !== 'saveRows' || command.by.seat !== 'writer') return [];
        const writers = command.rows.map(({ taskId }) => before.rows.find((row) => row.taskId === taskId)?.writerId);
        return when(
          writers.some((writer) => writer !== command.by.personId),
          `${command.by.personId} in rows of ${writers.join()}`,
        );
      }),
    );
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

  it('keeps its letters within the unit', () => {
    const fault = faultIn(({ taken }) =>
      taken.flatMap(({ waiting }) =>
        waiting.flatMap(({ receiver: { seat, unitId } }) =>
          when(unitId !== 'u' || !['officer', 'head', 'writer'].includes(seat), `${seat} of ${unitId}`),
        ),
      ),
    );
    expect(fault).toBeNull();
  });
});

// Persons who saved rows of the running version, and the one who sent it up last.
function makersBefore(history: readonly ReturnEvent[]): readonly string[] {
  const versions = history.map((event) => (event.type === 'returnOpened' ? event.version : 0));
  const own = history.slice(versions.indexOf(Math.max(0, ...versions)));
  // Asking holds for what was there: a later save takes it back.
  const last = own.findLast(({ type }) => type === 'headApprovalAsked' || type === 'rowsSaved');
  const asked = last?.type === 'headApprovalAsked' ? [last] : [];
  return [...own.filter(({ type }) => type === 'rowsSaved'), ...asked].map(personOf);
}

function approversOf(event: ReturnEvent): readonly string[] {
  return event.type === 'returnSubmitted' ? personsBehind(approverOf(event)) : [];
}

function personOf({ by }: ReturnEvent): string {
  return by === 'system' ? by : by.personId;
}

// When the thing that a letter's key names is over, said apart from the code that withdraws letters.
function isOver(key: string, { rows, askedBy }: ReturnState): boolean {
  const [kind = '', writer] = key.split('/');
  const draft = rows.filter(({ state }) => state === 'draft');
  const ends: Readonly<Record<string, boolean>> = {
    handed: !draft.some(({ writerId }) => writerId === writer),
    approval: askedBy === null,
    'approval-refused': askedBy !== null || draft.length === 0,
    refused: !rows.some(({ state }) => state === 'refused'),
  };
  return ends[kind] ?? true;
}
