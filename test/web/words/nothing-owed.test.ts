import { describe, expect, it } from 'vitest';
import { period } from '../../../domain/calendar/quarter.ts';
import { unitIdOf } from '../../../domain/duban-namespace.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { nothingOwed } from '../../../web/words/nothing-owed.ts';

const unitId = unitIdOf('gongxinju');
const contributions = {
  rows: [],
  of: { unitId, kind: 'contribution', period: period('2022Q3') },
  unit: { unitId, name: '市工信局' },
  kindName: '配合情况表',
  version: 0,
} as const;
const issued = { phase: 'issued', today: plainDate('2022-10-08') } as const;

describe('a return without rows', () => {
  it('is one that the unit does not owe', () => {
    expect(nothingOwed(contributions, issued)).toBe('市工信局没有应当报送的2022年第三季度配合情况表，无需填报。');
  });

  it('says from when on it is filled in while its quarter has not begun', () => {
    const next = { ...contributions, of: { ...contributions.of, period: period('2023Q1') } };
    expect(nothingOwed(next, issued)).toBe('本期尚未开始，2023年第一季度配合情况表自2023年1月1日起填报。');
  });

  it('says that the plan is not issued yet', () => {
    expect(nothingOwed(contributions, { ...issued, phase: 'consultation' })).toBe(
      '文件尚未印发交办，还不需要报送2022年第三季度配合情况表。',
    );
  });

  it('is as it is where it was once filled in', () => {
    expect(nothingOwed({ ...contributions, version: 1 }, issued)).toBeNull();
  });
});
