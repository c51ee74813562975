import { describe, expect, it } from 'vitest';
import type { Rules } from '../../domain/rules.ts';
import { parseRules } from '../../domain/rules-table.ts';
import { readSeed } from '../seeds/read-seed.ts';

const shipped = readSeed<Rules>('rules/default.json');

function issuesOf(raw: unknown): readonly string[] {
  const parsed = parseRules(raw);
  return parsed.ok ? [] : parsed.issues;
}

describe('a rules file', () => {
  it('is read as it stands where it is sound', () => {
    expect(parseRules(JSON.parse(JSON.stringify(shipped)))).toEqual({ ok: true, value: shipped });
  });

  it.each([
    { raw: null, issue: '规则文件的内容不是一个对象，请参照默认规则填写' },
    { raw: [shipped], issue: '规则文件的内容不是一个对象，请参照默认规则填写' },
    { raw: { ...shipped, version: 0 }, issue: '版本（version）应为1至9999之间的整数，现为 0' },
    {
      raw: { ...shipped, reviewWorkingDays: 2.5 },
      issue: '审核期限（reviewWorkingDays）应为1至60之间的整数，现为 2.5',
    },
    {
      raw: { ...shipped, reviewWorkingDays: '5' },
      issue: '审核期限（reviewWorkingDays）应为1至60之间的整数，现为 "5"',
    },
    {
      raw: { ...shipped, receiptWorkingDays: undefined },
      issue: '签收期限（receiptWorkingDays）应为1至60之间的整数，现在缺失',
    },
    { raw: { ...shipped, reminderOffsets: 3 }, issue: '报送提醒（reminderOffsets）应为由整数组成的列表，现为 3' },
    {
      raw: { ...shipped, reminderOffsets: [-7, 'x'] },
      issue: '报送提醒（reminderOffsets）第2项应为-60至60之间的整数，现为 "x"',
    },
    {
      raw: { ...shipped, reminderOffsets: [3, 0, 5] },
      issue: '报送提醒（reminderOffsets）应从小到大排列且不重复，请调整顺序',
    },
    {
      raw: { ...shipped, reminderOffsets: [3, 3, 5] },
      issue: '报送提醒（reminderOffsets）应从小到大排列且不重复，请调整顺序',
    },
    {
      raw: { ...shipped, headReminderOffsets: [0] },
      issue: '单位负责人提醒（headReminderOffsets）第1项应为1至60之间的整数，现为 0',
    },
    {
      raw: { ...shipped, headReminderOffsets: [3, 4] },
      issue: '单位负责人提醒（headReminderOffsets）中的4不在报送提醒（reminderOffsets）内，请先将其列入报送提醒',
    },
    {
      raw: { ...shipped, districtsReportText: 'no' },
      issue: '板块报送文字情况（districtsReportText）应为 true 或 false，现为 "no"',
    },
    { raw: { ...shipped, lights: undefined }, issue: '亮灯规则（lights）缺失，请参照默认规则填写' },
    {
      raw: { ...shipped, lights: { ...shipped.lights, behindPoints: 101 } },
      issue: '滞后限度（lights.behindPoints）应为1至100之间的整数，现为 101',
    },
    {
      raw: { ...shipped, lights: { ...shipped.lights, farBehindPoints: 10 } },
      issue: '严重滞后限度（lights.farBehindPoints）应大于滞后限度（lights.behindPoints）',
    },
    {
      raw: { ...shipped, lights: { ...shipped.lights, behindPoint: 1 } },
      issue: '没有名为“lights.behindPoint”的规则，请核对拼写或删去该项',
    },
    { raw: { ...shipped, reviewDays: 5 }, issue: '没有名为“reviewDays”的规则，请核对拼写或删去该项' },
    {
      raw: { ...shipped, receiptListedAfter: 3 },
      issue: '未签收列出时间（receiptListedAfter）应晚于签收期限（receiptWorkingDays）',
    },
    {
      raw: { ...shipped, receiptReminders: [1, 4] },
      issue: '签收提醒（receiptReminders）不应晚于签收期限（receiptWorkingDays）',
    },
    {
      raw: { ...shipped, consultationReminders: [4] },
      issue: '征求意见提醒（consultationReminders）不应晚于征求意见期限（consultationWorkingDays）',
    },
  ])('is refused with “$issue”', ({ raw, issue }) => {
    expect(issuesOf(raw)).toEqual([issue]);
  });

  it('has all its faults told at once', () => {
    expect(issuesOf({})).toHaveLength(29);
    const faulty = { ...shipped, version: 'a', reviewWorkingDays: 0, reminderOffsets: [5, 3], extra: 1 };
    expect(issuesOf(faulty)).toHaveLength(4);
  });
});
