import { describe, expect, it } from 'vitest';
import { fold } from '../../../domain/ledger/book.ts';
import type { Letter } from '../../../domain/ledger/letter.ts';
import type { PaperApproval } from '../../../domain/paper-approval.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { decideSheet } from '../../../domain/sheet/decide.ts';
import { sheetBook } from '../../../domain/sheet/sheet-book.ts';
import type { SheetCommand } from '../../../domain/sheet/sheet-command.ts';
import type { SheetEvent } from '../../../domain/sheet/sheet-event.ts';
import type { SheetState } from '../../../domain/sheet/sheet-state.ts';
import { actor, context, on, text } from '../plan/plan-play.ts';

// A Saturday: letters wait for Sunday 2022-10-09, which is worked.
const at = on('2022-10-08', 15);
const officer = actor('officer', 'u');
const head = actor('head', 'u');

interface Played {
  readonly state: SheetState;
  readonly events: readonly SheetEvent[];
  readonly letters: readonly Letter[];
}
const nothingYet: Played = { state: sheetBook.initial, events: [], letters: [] };

function play(start: Played, ...commands: readonly SheetCommand[]): Played {
  return commands.reduce<Played>((played, command) => {
    const events = decideSheet(played.state, command, { at, context });
    return events.reduce<Played>((before, event) => {
      const state = fold(sheetBook, before.state, [event]);
      const { make, withdraw } = sheetBook.lettersFor(event, before.state, state);
      const letters = [...before.letters.filter(({ key }) => !withdraw.includes(key)), ...make];
      return { state, events: [...before.events, event], letters };
    }, played);
  }, start);
}

const draft = {
  type: 'draftSheet',
  by: officer,
  planId: 'plan',
  sheetId: 's',
  key: 'answer',
  unitId: 'u',
  approver: 'head',
  actType: 'answerConsultation',
  content: text('act'),
  checkCode: 'AAAAA-BBBBB',
} as const;
const ask = { type: 'askSheetApproval', by: officer } as const;
const refuse = { type: 'refuseSheet', by: head, reason: text('why') } as const;
const approve = { type: 'approveSheet', by: head, version: 1 } as const;
const paper: PaperApproval = {
  signer: head,
  signedOn: plainDate('2022-10-08'),
  scanHash: 'a'.repeat(64),
  checkCode: draft.checkCode,
};
const record = { type: 'approveSheet', by: officer, version: 1, paper } as const;
const performed = { type: 'noteSheetOutcome', version: 1, refusal: null } as const;
const refusedAct = {
  type: 'noteSheetOutcome',
  version: 1,
  refusal: { code: 'answered-twice', message: '本单位已经反馈意见' },
} as const;
const phaseAfter = (...commands: readonly SheetCommand[]) => play(nothingYet, ...commands).state.phase;
const refusalOf = (...commands: readonly SheetCommand[]): unknown => {
  try {
    play(nothingYet, ...commands);
  } catch (error) {
    return error;
  }
  return null;
};

describe('a sheet', () => {
  it.each([
    { way: 'online', steps: [draft, ask, approve, performed], phase: 'performed' },
    { way: 'on paper', steps: [draft, record, performed], phase: 'performed' },
    { way: 'on paper though it was sent up', steps: [draft, ask, record], phase: 'approved' },
    { way: 'and refused by the head', steps: [draft, ask, refuse], phase: 'refused' },
    { way: 'though its act was refused', steps: [draft, ask, approve, refusedAct], phase: 'act-refused' },
    { way: 'and withdrawn', steps: [draft, ask, { type: 'withdrawSheet', by: officer }], phase: 'withdrawn' },
  ] as const)('is approved $way', ({ steps, phase }) => {
    expect(phaseAfter(...steps)).toBe(phase);
  });

  it.each([
    { what: 'before it was sent up', steps: [draft, approve], code: 'sheet-phase' },
    { what: 'twice', steps: [draft, ask, approve, approve], code: 'sheet-phase' },
    { what: 'in a version that has moved', steps: [draft, draft, ask, approve], code: 'version-moved' },
    {
      what: 'by the head who drafted it in another seat',
      steps: [draft, ask, { ...approve, by: { ...head, personId: officer.personId } }],
      code: 'own-work',
    },
    {
      what: 'by a deputy of who drafted it',
      steps: [draft, ask, { ...approve, by: { ...head, personId: 'b', deputyFor: officer.personId } }],
      code: 'own-work',
    },
    { what: 'by the officer', steps: [draft, ask, { ...approve, by: officer }], code: 'not-permitted' },
    { what: 'by a leader', steps: [draft, ask, { ...approve, by: actor('leader', 'l') }], code: 'not-permitted' },
    { what: 'by another head', steps: [draft, ask, { ...approve, by: actor('head', 'v') }], code: 'not-permitted' },
    {
      what: 'on a print of other content',
      steps: [draft, { ...record, paper: { ...paper, checkCode: 'CCCCC-DDDDD' } }],
      code: 'paper-void',
    },
    {
      what: 'with a signature of tomorrow',
      steps: [draft, { ...record, paper: { ...paper, signedOn: plainDate('2022-10-09') } }],
      code: 'signed-later',
    },
    {
      what: 'when it belongs to another unit’s officer',
      steps: [{ ...draft, by: actor('officer', 'v') }],
      code: 'not-permitted',
    },
    { what: 'for a leader, drafted by an officer', steps: [{ ...draft, approver: 'leader' }], code: 'not-permitted' },
  ] as const)('is not approved $what', ({ steps, code }) => {
    expect(refusalOf(...steps)).toMatchObject({ code });
  });

  it('for a leader is drafted and recorded by the office', () => {
    const clerk = actor('office', 'office');
    const leader = actor('leader', 'leaders');
    const drafted = { ...draft, by: clerk, unitId: 'leaders', approver: 'leader' } as const;
    expect(phaseAfter(drafted, { ...record, by: clerk, paper: { ...paper, signer: leader } })).toBe('approved');
    expect(refusalOf(drafted, { ...record, paper: { ...paper, signer: leader } })).toMatchObject({
      code: 'not-permitted',
    });
  });

  it('tells the head that it waits, and whoever drafted it what came back', () => {
    expect(play(nothingYet, draft, ask).letters).toMatchObject([
      { kind: 'sheet-asked', receiver: { unitId: 'u', seat: 'head' }, dueAt: on('2022-10-09', 9) },
    ]);
    expect(play(nothingYet, draft, ask, refuse).letters).toMatchObject([
      { kind: 'sheet-refused', receiver: { unitId: 'u', seat: 'officer' } },
    ]);
    expect(play(nothingYet, draft, ask, approve, refusedAct).letters).toMatchObject([{ kind: 'sheet-act-refused' }]);
    expect(play(nothingYet, draft, ask, approve, performed).letters).toEqual([]);
  });

  it('can be drafted anew after it came back, and begins another version', () => {
    const again = play(nothingYet, draft, ask, approve, refusedAct, { ...draft, content: text('other') });
    expect(again.state).toMatchObject({ phase: 'drafted', version: 2 });
    expect(again.letters).toEqual([]);
  });

  it('notes the outcome of its act once', () => {
    const done = play(nothingYet, draft, ask, approve, performed);
    expect(play(done, refusedAct).events).toHaveLength(done.events.length);
  });
});
