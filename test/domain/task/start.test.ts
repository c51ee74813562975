import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import type { ItemDraft, TaskDraft } from '../../../domain/plan/task-draft.ts';
import { taskStart } from '../../../domain/task/start.ts';
import { on, parties, reviewer } from './task-play.ts';

const facts = {
  planId: 'plan',
  planYear: 2022,
  breakdownHash: 'a'.repeat(64),
  issuedAt: on('2022-08-22'),
  issuedBy: reviewer,
};

function item(id: string, unitId: string | null): ItemDraft {
  return {
    id,
    quote: '完成G312改扩建设计',
    span: [10, 20],
    unitId,
    kind: 'deliverable',
    title: '完成设计',
    target: null,
    commitment: 'binding',
    due: plainDate('2022-12-31'),
    dueBasis: 'stated',
    tracked: false,
    shares: [],
  };
}

function draft(items: readonly ItemDraft[]): TaskDraft {
  const units = parties(['industry', 'lead'], ['science', 'lead'], ['transport', 'support']);
  return { taskId: 'task-17', number: '17', group: '二', title: '数字基础设施', span: [0, 9], parties: units, items };
}

describe('a task’s part of the approved breakdown', () => {
  it('gives each item its row, and each lead without an item the task as a whole', () => {
    const { subjects } = taskStart(draft([item('1', 'transport'), item('2', 'industry')]), facts);
    expect(subjects.map(({ id, unitId, kind }) => `${id} ${unitId} ${kind}`)).toEqual([
      '1 transport deliverable',
      '2 industry deliverable',
      'whole/science science whole',
    ]);
  });

  it('ends with the year of the plan, also for rows without a stated day', () => {
    const { subjects, lastPeriod } = taskStart(draft([]), { ...facts, planYear: 2023 });
    expect(lastPeriod).toBe('2023Q4');
    expect(subjects.map(({ due, dueBasis, target }) => [due, dueBasis, target])).toEqual([
      ['2023-12-31', 'derived', null],
      ['2023-12-31', 'derived', null],
    ]);
  });

  it('is refused while an item has no accountable unit', () => {
    expect(() => taskStart(draft([item('1', null)]), facts)).toThrow(
      expect.objectContaining({
        code: 'item-without-unit',
        message: '第17项任务的具体事项“完成设计”还没有责任单位，不能交办',
      }),
    );
  });

  it('keeps no anchors of the notice: those stay with the plan', () => {
    const [subject] = taskStart(draft([item('1', 'industry')]), facts).subjects;
    expect(Object.keys(subject ?? {})).not.toContain('span');
  });
});
