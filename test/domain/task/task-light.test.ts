import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import { taskLight } from '../../../domain/task/task-light.ts';
import type { LightAssessment, Subject } from '../../../domain/task/task-state.ts';

const due = plainDate('2022-12-31');
const nameOf = (unitId: string) => ({ jiaotong: '市交通运输局', chengguan: '市城管局' })[unitId] ?? unitId;

function row(unitId: string, light: LightAssessment['light'] | null): Subject {
  const cause = { kind: 'milestones', missed: ['完成方案评审'], done: 0, total: 3 } as const;
  return {
    id: unitId,
    unitId,
    kind: 'deliverable',
    title: '建设平台',
    target: null,
    commitment: 'binding',
    due,
    dueBasis: 'derived',
    tracked: false,
    shares: [],
    plan: null,
    progress: null,
    light: light === null ? null : { light, on: plainDate('2022-10-12'), cause, rulesVersion: 1 },
    behindPeriods: [],
    recoveredIn: null,
  };
}

describe('the one light of a task', () => {
  it('is that of its worst row, and its sentence names the unit, the row and the reason', () => {
    expect(taskLight([row('jiaotong', 'on-track'), row('chengguan', 'far-behind')], nameOf)).toEqual({
      light: 'far-behind',
      unitId: 'chengguan',
      sentence:
        '全任务亮灯取最差一行，为市城管局“建设平台”，' +
        '严重滞后：共3个里程碑，已完成0个，逾期1个：完成方案评审（2022年10月12日评定，规则第1版）',
    });
  });

  it('is that of the first of several rows that are equally bad', () => {
    expect(taskLight([row('jiaotong', 'behind'), row('chengguan', 'behind')], nameOf)?.unitId).toBe('jiaotong');
  });

  it('is none where no row is lit', () => {
    expect(taskLight([row('jiaotong', null)], nameOf)).toBeNull();
  });
});
