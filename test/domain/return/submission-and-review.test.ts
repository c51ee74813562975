import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import { actor, entryOf, nothingYet, on, playReturn, rowOf, text } from './return-play.ts';
import type { ObligationKind } from '../../../domain/task/task-state.ts';

const at = on('2022-10-10', 8);
const officer = actor('officer', 'u');
const head = actor('head', 'u');
const office = actor('office', 'office');
const openRows = [rowOf('3'), rowOf('18')];
const key = (taskId: string) => ({ taskId, subjectId: '1' });
const save = (...taskIds: readonly string[]) =>
  ({
    type: 'saveRows',
    by: officer,
    rows: taskIds.map((taskId) => ({ taskId, entry: entryOf(['done']) })),
    openRows,
  }) as const;
const ask = { type: 'askHeadApproval', by: officer } as const;
const submit = { type: 'submitReturn', by: head, version: 1 } as const;
const delivered = { type: 'noteDelivery', act: 'r/1', refused: [] } as const;
const review = (...sendBack: readonly string[]) =>
  ({
    type: 'reviewReturn',
    by: office,
    version: 1,
    sendBack: sendBack.map((taskId) => ({ ...key(taskId), reason: text('why') })),
    ownUnit: false,
    isOfUnit: false,
  }) as const;
const play = (...steps: readonly Parameters<typeof playReturn>[2][1][]) =>
  playReturn(nothingYet, 'progress', ...steps.map((step) => [at, step] as const));

describe('a return that is sent up to the head', () => {
  it('waits in the head mailbox until it is approved', () => {
    const asked = play(save('3', '18'), ask);
    expect(asked.letters).toMatchObject([
      { kind: 'approval-due', receiver: { unitId: 'u', seat: 'head' }, dueAt: on('2022-10-10', 9), facts: { rows: 2 } },
    ]);
    expect(playReturn(asked, 'progress', [at, submit]).letters).toEqual([]);
  });

  it('names the makers when it is submitted: who saved, who sent it up, who approved', () => {
    const writerSaved = play(
      { type: 'handOverRows', by: officer, rows: [key('3')], writerId: 'w', openRows },
      { ...save('3'), by: actor('writer', 'u', 'w') },
      save('18'),
      { ...ask, by: actor('officer', 'u', 'officer-b') },
      submit,
    );
    expect(writerSaved.events.at(-1)).toMatchObject({ makers: ['head-of-u', 'officer-b', 'officer-of-u', 'w'] });
  });

  it('comes back to the officer when the head refuses it, and goes up again', () => {
    const refused = play(save('3', '18'), ask, { type: 'refuseHeadApproval', by: head, reason: text('why') });
    expect(refused.letters).toMatchObject([{ kind: 'approval-refused', receiver: { seat: 'officer' } }]);
    expect(playReturn(refused, 'progress', [at, ask]).letters.map(({ kind }) => kind)).toEqual(['approval-due']);
  });

  it.each([
    { what: 'an incomplete draft sent up', steps: [save('3'), ask], code: 'rows-incomplete' },
    { what: 'a draft that was not sent up', steps: [save('3', '18'), submit], code: 'approval-not-asked' },
    {
      what: 'a draft changed since it was sent up',
      steps: [save('3', '18'), ask, save('3'), submit],
      code: 'approval-not-asked',
    },
    { what: 'a draft sent up twice', steps: [save('3', '18'), ask, ask], code: 'approval-asked-twice' },
    { what: 'another version', steps: [save('3', '18'), ask, { ...submit, version: 2 }], code: 'version-moved' },
    { what: 'a second submission', steps: [save('3', '18'), ask, submit, submit], code: 'return-submitted' },
    { what: 'a save after the submission', steps: [save('3', '18'), ask, submit, save('3')], code: 'return-submitted' },
    { what: 'the officer', steps: [save('3', '18'), ask, { ...submit, by: officer }], code: 'not-permitted' },
    {
      what: 'a head who filled in rows as officer',
      steps: [
        save('3', '18'),
        { ...ask, by: actor('officer', 'u', 'b') },
        { ...submit, by: actor('head', 'u', 'officer-of-u') },
      ],
      code: 'own-work',
    },
    {
      what: 'a head who sent it up as officer',
      steps: [save('3', '18'), { ...ask, by: actor('officer', 'u', 'b') }, { ...submit, by: actor('head', 'u', 'b') }],
      code: 'own-work',
    },
    {
      what: 'a refusal of what was not sent up',
      steps: [save('3'), { type: 'refuseHeadApproval', by: head, reason: text('x') } as const],
      code: 'approval-not-asked',
    },
  ])('refuses $what with $code', ({ steps, code }) => {
    expect(() => play(...steps)).toThrow(expect.objectContaining({ code }));
  });

  it('is taken back from the head when rows come in late', () => {
    const asked = play(save('3', '18'), ask);
    const rows = [{ taskId: '20', entry: entryOf(['done']) }];
    const late = { type: 'saveRows', by: officer, rows, openRows: [...openRows, rowOf('20')] } as const;
    const { letters, state } = playReturn(asked, 'progress', [at, late]);
    expect([letters, state.askedBy, state.version]).toEqual([[], null, 1]);
  });

  it('says which rows are missing, and of what', () => {
    const number = rowOf('16', { kind: 'number', target: { value: 9, unit: '个', comparator: '=' } });
    const rows = [
      { taskId: '16', entry: entryOf(['done']) },
      { taskId: '3', entry: entryOf(['next']) },
    ];
    const draft = { type: 'saveRows', by: officer, rows, openRows: [number, ...openRows] } as const;
    expect(() => play(draft, ask)).toThrow(
      '2022年第三季度进展情况表还不完整：第16项任务“事项16”尚未填写累计完成值；第3项任务“事项3”尚未填写进展情况；第18项任务“事项18”尚未填写',
    );
  });

  it('needs no value that the statistics have not brought yet', () => {
    const awaited = rowOf('26', { kind: 'number', statisticsOn: plainDate('2023-03-31') });
    const draft = {
      type: 'saveRows',
      by: officer,
      rows: [{ taskId: '26', entry: entryOf(['done']) }],
      openRows: [awaited],
    } as const;
    expect(play(draft, ask).state.askedBy).toBe('officer-of-u');
  });
});

describe.each(['contribution', 'district-figures'] as const)('a return of %s', (kind: ObligationKind) => {
  const number = { kind: 'number' } as const;
  const rows = [rowOf('3', number)];
  const saveOne = {
    type: 'saveRows',
    by: officer,
    rows: [{ taskId: '3', entry: entryOf([], kind === 'contribution' ? {} : { value: 4 }) }],
    openRows: rows,
  } as const;

  it.each([officer, head])('is submitted by the $seat alone and settled on arrival', (by) => {
    const done = playReturn(nothingYet, kind, [at, saveOne], [at, { ...submit, by }], [at, delivered]);
    expect(done.state.phase).toBe('settled');
    expect(() => playReturn(done, kind, [at, saveOne])).toThrow(expect.objectContaining({ code: 'return-settled' }));
  });

  it('is neither sent up nor reviewed', () => {
    const saved = playReturn(nothingYet, kind, [at, saveOne]);
    expect(() => playReturn(saved, kind, [at, ask])).toThrow(expect.objectContaining({ code: 'approval-not-needed' }));
    const submitted = playReturn(saved, kind, [at, { ...submit, by: officer }], [at, delivered]);
    expect(() => playReturn(submitted, kind, [at, review()])).toThrow(
      expect.objectContaining({ code: 'review-not-needed' }),
    );
  });
});

describe('a submitted return', () => {
  const submitted = play(save('3', '18'), ask, submit);
  const arrived = playReturn(submitted, 'progress', [at, delivered]);

  it('is reviewed as a whole: what is not sent back is accepted', () => {
    const reviewed = playReturn(arrived, 'progress', [on('2022-10-12'), review('18')]);
    expect(reviewed.events.at(-1)).toMatchObject({ accept: [key('3')], sendBack: [key('18')] });
    expect(reviewed.state.rows.map(({ state }) => state)).toEqual(['accepted', 'sent-back']);
  });

  it('is settled once every row is accepted', () => {
    expect(playReturn(arrived, 'progress', [on('2022-10-12'), review()]).state.phase).toBe('settled');
  });

  it.each([
    { what: 'a review before every task has the rows', start: submitted, step: review(), code: 'delivery-under-way' },
    {
      what: 'a review of another version',
      start: arrived,
      step: { ...review(), version: 2 },
      code: 'nothing-to-review',
    },
    { what: 'a row that is not there', start: arrived, step: review('9'), code: 'row-unknown' },
    { what: 'one row sent back twice', start: arrived, step: review('3', '3'), code: 'row-twice' },
    {
      what: 'a reviewer who approved it as head',
      start: arrived,
      step: { ...review(), by: actor('office', 'o', 'head-of-u') },
      code: 'own-work',
    },
    {
      what: 'a reviewer who filled it in as officer',
      start: arrived,
      step: { ...review(), by: actor('office', 'o', 'officer-of-u') },
      code: 'own-work',
    },
    { what: 'the unit itself', start: arrived, step: { ...review(), by: head }, code: 'not-permitted' },
  ])('refuses $what with $code', ({ start, step, code }) => {
    expect(() => playReturn(start, 'progress', [on('2022-10-12'), step])).toThrow(expect.objectContaining({ code }));
  });

  it('is opened again with only the rows that came back, to be filled in anew', () => {
    const reviewed = playReturn(arrived, 'progress', [on('2022-10-12'), review('18')]);
    expect(() => playReturn(reviewed, 'progress', [on('2022-10-12', 11), { ...save('18'), openRows: [] }])).toThrow(
      '的退回意见正在送达各项任务',
    );
    const again = playReturn(reviewed, 'progress', [on('2022-10-12', 11), { ...save('18'), openRows: [rowOf('18')] }]);
    expect(again.state).toMatchObject({ version: 2, phase: 'draft' });
    expect(again.state.rows.map(({ taskId, state, version }) => [taskId, state, version])).toEqual([
      ['3', 'accepted', 1],
      ['18', 'draft', 2],
    ]);
    const second = playReturn(
      again,
      'progress',
      [on('2022-10-13'), ask],
      [on('2022-10-13'), { ...submit, version: 2 }],
      [on('2022-10-13'), { ...delivered, act: 'r/2' }],
      [on('2022-10-13'), { ...review(), version: 2 }],
    );
    expect(second.state.phase).toBe('settled');
  });

  it('gives rows that a task refused back to the unit, with a letter to the officer', () => {
    const refused = [{ taskId: '18', code: 'task-closed', message: '任务已办结' }];
    const partly = playReturn(submitted, 'progress', [at, { ...delivered, refused }]);
    expect(partly.state.rows.map(({ state }) => state)).toEqual(['submitted', 'refused']);
    expect(partly.letters).toMatchObject([
      { kind: 'needs-attention', receiver: { seat: 'officer' }, facts: { rows: 1 } },
    ]);
    const again = playReturn(partly, 'progress', [at, { ...save('18'), openRows: [rowOf('18')] }]);
    expect(again.state.rows.map(({ state, version }) => [state, version])).toEqual([
      ['submitted', 1],
      ['draft', 2],
    ]);
    expect(again.letters).toEqual([]);
  });

  it('is still reviewed in its old version when late rows have opened a new one', () => {
    const openRowsNow = [rowOf('20')];
    const late = {
      type: 'saveRows',
      by: officer,
      rows: [{ taskId: '20', entry: entryOf(['done']) }],
      openRows: openRowsNow,
    } as const;
    const both = playReturn(arrived, 'progress', [at, late], [on('2022-10-12'), review()]);
    expect(both.state.rows.map(({ state, version }) => [state, version])).toEqual([
      ['accepted', 1],
      ['accepted', 1],
      ['draft', 2],
    ]);
  });

  it('gives the office its review back for a task that refused it', () => {
    const reviewed = playReturn(arrived, 'progress', [on('2022-10-12'), review('18')]);
    const refused = [{ taskId: '3', code: 'unknown', message: '' }];
    const noted = playReturn(reviewed, 'progress', [
      on('2022-10-12'),
      { type: 'noteDelivery', act: 'r/1/review', refused },
    ]);
    expect(noted.state.rows.map(({ state }) => state)).toEqual(['submitted', 'sent-back']);
  });

  it('is reviewed again, as an act of its own, where a task refused the first review', () => {
    const refused = [{ taskId: '3', code: 'unknown', message: '' }];
    const first = { type: 'noteDelivery', act: 'r/1/review', refused } as const;
    const second = { type: 'noteDelivery', act: 'r/1/review/2', refused: [] } as const;
    const steps = [review('18'), first, review(), second].map((step) => [on('2022-10-12'), step] as const);
    const { state, events } = playReturn(arrived, 'progress', ...steps);
    expect(state.rows.map((row) => row.state)).toEqual(['accepted', 'sent-back']);
    expect(state.reviewedVersions).toEqual([1, 1]);
    expect(events.filter(({ type }) => type === 'returnReviewed').at(-1)).toMatchObject({
      accept: [key('3')],
      sendBack: [],
    });
  });

  it('is not reviewed by somebody of the reporting unit', () => {
    expect(() => playReturn(arrived, 'progress', [on('2022-10-12'), { ...review(), isOfUnit: true }])).toThrow(
      expect.objectContaining({ code: 'own-unit' }),
    );
  });

  it('leaves a row that its task refused with the unit, whatever becomes of a review', () => {
    const refused = [{ taskId: '18', code: 'task-closed', message: '任务已办结' }];
    const steps = [{ ...delivered, refused }, review(), { ...delivered, act: 'r/1/review', refused }] as const;
    const noted = playReturn(submitted, 'progress', ...steps.map((step) => [at, step] as const));
    expect(noted.state.rows.map(({ state }) => state)).toEqual(['accepted', 'refused']);
  });

  it('notes its delivery once', () => {
    expect(playReturn(arrived, 'progress', [at, delivered]).events).toHaveLength(arrived.events.length);
    expect(() => playReturn(arrived, 'progress', [at, { ...delivered, act: 'x/1' }])).toThrow(
      'x/1 is no act of the return r',
    );
  });
});
