import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import type { PaperApproval } from '../../../domain/paper-approval.ts';
import { checkCodeOf } from '../../../domain/return/check-code.ts';
import type { SubmitReturn } from '../../../domain/return/return-command.ts';
import { actor, entryOf, nothingYet, on, playReturn, rowOf } from './return-play.ts';

const at = on('2022-10-10', 15);
const officer = actor('officer', 'u');
const officerB = actor('officer', 'u', 'officer-b');
const head = actor('head', 'u');
const openRows = [rowOf('3')];
const save = { type: 'saveRows', by: officer, rows: [{ taskId: '3', entry: entryOf(['done']) }], openRows } as const;
const saved = playReturn(nothingYet, 'progress', [at, save]);
const printed: PaperApproval = {
  signer: head,
  signedOn: plainDate('2022-10-10'),
  scanHash: 'a'.repeat(64),
  checkCode: checkCodeOf(saved.state),
};
const record = (paper: Partial<PaperApproval> = {}, by = officerB): SubmitReturn => {
  return { type: 'submitReturn', by, version: 1, paper: { ...printed, ...paper } };
};
const recorded = (command: SubmitReturn, from = saved) => playReturn(from, 'progress', [at, command]);

describe('a return signed on paper', () => {
  it('is submitted by the record of it, which says who signed, who recorded it and what shows it', () => {
    expect(recorded(record()).events.at(-1)).toMatchObject({
      type: 'returnSubmitted',
      by: officerB,
      paper: printed,
      makers: ['head-of-u', 'officer-b', 'officer-of-u'],
    });
  });

  it('needs not be sent up in the system as well', () => {
    const asked = playReturn(saved, 'progress', [at, { type: 'askHeadApproval', by: officer }]);
    expect(recorded(record(), asked).state.phase).toBe('submitted');
    expect(recorded(record(), asked).letters).toEqual([]);
  });

  it('is void once a row was changed after the print', () => {
    const rows = [{ taskId: '3', entry: entryOf(['done', 'next']) }];
    const changed = playReturn(saved, 'progress', [at, { ...save, rows }]);
    expect(() => recorded(record(), changed)).toThrow(
      expect.objectContaining({ code: 'paper-void', message: expect.stringContaining(printed.checkCode) }),
    );
  });

  it.each([
    { what: 'the signer saved a row', paper: { signer: { ...head, personId: officer.personId } }, code: 'own-work' },
    {
      what: 'the signer stands for who saved a row',
      paper: { signer: { ...head, deputyFor: officer.personId } },
      code: 'own-work',
    },
    { what: 'the recorder signed themselves', paper: { signer: { ...head, personId: 'officer-b' } }, code: 'own-work' },
    { what: 'an officer signed', paper: { signer: officer }, code: 'not-permitted' },
    { what: 'the head of another unit signed', paper: { signer: actor('head', 'v') }, code: 'not-permitted' },
    { what: 'it was signed tomorrow', paper: { signedOn: plainDate('2022-10-11') }, code: 'signed-later' },
  ])('is refused where $what', ({ paper, code }) => {
    expect(() => recorded(record(paper))).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    { by: head, code: 'not-permitted' },
    { by: actor('writer', 'u'), code: 'not-permitted' },
    { by: actor('officer', 'v'), code: 'not-permitted' },
    { by: actor('office', 'office'), code: 'not-permitted' },
  ])('is recorded by an officer of the unit, not by $by.seat of $by.unitId', ({ by, code }) => {
    expect(() => recorded(record({}, by))).toThrow(expect.objectContaining({ code }));
  });

  it('is not asked for where the officer submits alone', () => {
    const contribution = playReturn(nothingYet, 'contribution', [at, save]);
    expect(() => playReturn(contribution, 'contribution', [at, record()])).toThrow(
      expect.objectContaining({ code: 'paper-not-taken' }),
    );
  });
});

describe('a return approved by a deputy', () => {
  const deputy = { ...actor('head', 'u', 'deputy'), deputyFor: head.personId };
  const asked = playReturn(saved, 'progress', [at, { type: 'askHeadApproval', by: officer }]);
  const submit = (by: SubmitReturn['by']) => recorded({ type: 'submitReturn', by, version: 1 }, asked);

  it('says for whom the deputy acted, and counts both among those who may not review it', () => {
    const event = submit(deputy).events.at(-1);
    expect(event).toMatchObject({ by: { personId: 'deputy', deputyFor: 'head-of-u' } });
    expect(event).toMatchObject({ makers: ['deputy', 'head-of-u', 'officer-of-u'] });
  });

  it('is refused where the one who authorised the deputy sent it up', () => {
    expect(() => submit({ ...deputy, deputyFor: officer.personId })).toThrow(
      expect.objectContaining({ code: 'own-work' }),
    );
  });
});
