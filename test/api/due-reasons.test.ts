import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DueReasonBody } from '../../api/schemas/dates.ts';
import type { DeskBody } from '../../api/schemas/desk.ts';
import type { ReviewQueueBody, TodayListBody } from '../../api/schemas/office.ts';
import type { ChangeListBody } from '../../api/schemas/matter.ts';
import type { ConsultationBoardBody, PlanPageBody, ReceiptBoardBody } from '../../api/schemas/plan.ts';
import type { RegisterPageBody } from '../../api/schemas/register.ts';
import type { ReturnPageBody } from '../../api/schemas/return.ts';
import type { TaskPageBody } from '../../api/schemas/task.ts';
import { plainDate } from '../../domain/plain-date.ts';
import {
  type RehearsedPlan,
  clerk,
  entryOf,
  head,
  issueConsulted,
  leader,
  officer,
  on,
  q3,
  rehearse,
  reviewer,
  send,
} from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, bodyOf, signedInAs } from './api-bed.ts';

describe('why a deadline is its day, told by every read that names it', () => {
  let bed: ApiBed;
  let plan: RehearsedPlan;
  let office: Ask;
  let unit: Ask;

  const read = async <T>(ask: Ask, path: string): Promise<T> =>
    bodyOf<T>(await ask(`/api/plans/${plan.planId}${path === '' ? '' : `/${path}`}`));
  const desk = async () => (await read<DeskBody>(unit, `desks/${officer.unitId}`)).duties;
  const duty = async (kind: string) => (await desk()).find(({ of }) => of?.kind === kind);
  const returnOf = (kind: string) => read<ReturnPageBody>(unit, `returns/${officer.unitId}/2022Q3/${kind}`);
  /** `day = first + working days`, or the words. */
  const told = (why: DueReasonBody | null | undefined): string | null =>
    why?.counted === undefined || why.counted === null
      ? (why?.said ?? null)
      : `${why.counted.date} = ${why.counted.from} + ${why.counted.workingDays}`;

  beforeAll(async () => {
    bed = await apiBed();
    plan = await rehearse(bed.store);
    office = await signedInAs(bed, clerk);
    unit = await signedInAs(bed, officer);
  });
  afterAll(() => bed.close());

  it('counts the consultation from its beginning, as a whole and by unit', async () => {
    await plan.act({ type: 'beginConsultation', by: clerk }, on('2022-08-15', 10));
    const board = await read<ConsultationBoardBody>(office, 'consultation');
    expect(told(board.dueWhy)).toBe('2022-08-18 = 2022-08-15 + 3');
    expect(board.units.map(({ answerWhy }) => told(answerWhy))).toEqual(board.units.map(() => told(board.dueWhy)));
    expect((await desk()).map(({ why }) => told(why))).toEqual([told(board.dueWhy)]);
    expect(told((await read<PlanPageBody>(office, '')).consultationWhy)).toBe(told(board.dueWhy));
  });

  it('counts the receipt and the first returns from the issue', async () => {
    await issueConsulted(bed.store, plan);
    await plan.advance(on('2022-08-23'));
    expect((await desk()).map(({ kind, of, why }) => [of?.kind ?? kind, told(why)])).toEqual([
      ['receipt', '2022-08-25 = 2022-08-22 + 3'],
      ['stage-plan', '2022-09-08 = 2022-08-25 + 10'],
      ['contribution', '2022-09-30 = 2022-10-12 + -5'],
      ['progress', '2022-10-12 = 2022-09-30 + 5'],
    ]);
    expect(told((await read<ReceiptBoardBody>(office, 'receipts')).dueWhy)).toBe('2022-08-25 = 2022-08-22 + 3');
    expect(told((await returnOf('progress')).dueWhy)).toBe('2022-10-12 = 2022-09-30 + 5');
    const { rows } = await read<RegisterPageBody>(office, 'register');
    expect(rows.map(({ nextWhy }) => told(nextWhy))).toEqual(rows.map(() => '2022-09-08 = 2022-08-25 + 10'));
  });

  it('says of an item whether the notice names its day', async () => {
    const task = await read<TaskPageBody>(office, `tasks/${plan.taskId('1')}`);
    expect(task.subjects.map(({ dueWhy }) => told(dueWhy))).toContain(
      '文件未写明完成时限，按年度工作要点推定至当年年底。',
    );
    expect((await returnOf('progress')).rows.map(({ itemWhy }) => told(itemWhy))).toEqual([
      '文件未写明完成时限，按年度工作要点推定至当年年底。',
    ]);
  });

  it('counts a change’s decision from the request', async () => {
    const reason = await plan.write('change', '用地手续仍在办理。');
    const change = { kind: 'extension', of: { kind: 'item', subjectId: '1' }, to: plainDate('2023-03-31') } as const;
    const asked = { type: 'requestChange', changeId: randomUUID(), change, reason, by: head } as const;
    await plan.actOnTask('1', { ...asked, leadershipUnitId: leader.unitId }, on('2022-09-01'));
    const [line] = (await read<ChangeListBody>(office, 'changes')).rows;
    expect(told(line?.decideWhy)).toBe('2022-09-08 = 2022-09-01 + 5');
    const note = await plan.write('granted', '同意。');
    const { changeId } = asked;
    const grant = {
      type: 'decideChange',
      changeId,
      outcome: 'granted',
      reason: note,
      by: reviewer,
      replacementId: null,
    } as const;
    await plan.actOnTask('1', grant, on('2022-09-02'));
    const task = await read<TaskPageBody>(office, `tasks/${plan.taskId('1')}`);
    expect(task.subjects.map(({ dueWhy }) => told(dueWhy))).toContain(
      '原为2022年12月31日，经批准延期至2023年3月31日。',
    );
  });

  it('counts the office’s review from the report, and the next report from the day on which rows went back', async () => {
    await plan.advance(on('2022-10-08'));
    const done = await plan.write('report/done', '已建成900个基站。');
    await send(plan, q3, entryOf({ value: 900, texts: { done } }), { at: on('2022-10-08') });
    const [review] = (await read<ReviewQueueBody>(office, 'reviews')).rows;
    expect(told(review?.reviewWhy)).toBe('2022-10-13 = 2022-10-08 + 5');
    expect(told((await returnOf('progress')).reviewWhy)).toBe(told(review?.reviewWhy));
    const reason = await plan.write('report/reason', '请补充分区县情况。');
    const sendBack = [{ taskId: plan.taskId('1'), subjectId: '1', reason }];
    await plan.ask(q3, { type: 'reviewReturn', by: reviewer, version: 1, sendBack }, on('2022-10-09'));
    await plan.deliver(on('2022-10-09'));
    const again = '2022-10-12 = 2022-10-09 + 3';
    expect(told((await duty('progress'))?.why)).toBe(again);
    expect(told((await returnOf('progress')).resubmitWhy)).toBe(again);
    const task = await read<TaskPageBody>(office, `tasks/${plan.taskId('1')}`);
    expect(task.obligations.map(({ resubmitWhy }) => told(resubmitWhy))).toContain(again);
    const today = await read<TodayListBody>(office, 'today');
    expect(today.units.flatMap(({ items }) => items).every(({ why }) => why !== null)).toBe(true);
  });
});
