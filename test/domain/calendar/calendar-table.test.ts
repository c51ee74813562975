import { describe, expect, it } from 'vitest';
import { parseCalendarTable, workingCalendarOf } from '../../../domain/calendar/calendar-table.ts';
import { seedCalendar } from './seed-calendar.ts';

const table = {
  year: 2022,
  version: 1,
  notice: { number: '国办发明电〔2021〕11号', title: '关于2022年部分节假日安排的通知', issuedOn: '2021-10-25' },
  holidays: [{ name: '国庆节', days: ['2022-10-01', '2022-10-02'] }],
  makeUpDays: ['2022-10-08'],
};

const issuesOf = (raw: unknown) => {
  const parsed = parseCalendarTable(raw);
  return parsed.ok ? [] : parsed.issues;
};

describe('a year of the calendar that is imported', () => {
  it('is taken as it is when it has no fault', () => {
    expect(parseCalendarTable(table)).toEqual({ ok: true, value: table });
  });

  it.each([
    { fault: 'no object', raw: [], says: '日历文件的内容不是一个对象' },
    { fault: 'no year', raw: { ...table, year: '2022' }, says: '年份（year）必须是1990到2200之间的整数' },
    { fault: 'version 0', raw: { ...table, version: 0 }, says: '版本（version）必须是1到999之间的整数' },
    { fault: 'no notice', raw: { ...table, notice: null }, says: '通知（notice）缺失' },
    {
      fault: 'a notice without number',
      raw: { ...table, notice: { ...table.notice, number: ' ' } },
      says: '通知的文号（notice.number）没有填写',
    },
    {
      fault: 'a notice of no day',
      raw: { ...table, notice: { ...table.notice, issuedOn: '2021年10月25日' } },
      says: '通知的发文日期（notice.issuedOn）“2021年10月25日”不是有效日期',
    },
    {
      fault: 'a day that does not exist',
      raw: { ...table, holidays: [{ name: '春节', days: ['2022-02-01', '2022-02-30'] }] },
      says: '节假日第1项“春节”的放假日期（days）的第2个“2022-02-30”不是有效日期，请改为形如 2022-10-08 的日期',
    },
    {
      fault: 'a holiday without days',
      raw: { ...table, holidays: [{ name: '春节', days: [] }] },
      says: '节假日第1项没有放假日期',
    },
    {
      fault: 'a holiday without name',
      raw: { ...table, holidays: [{ days: ['2022-02-01'] }] },
      says: '节假日第1项的名称（name）没有填写',
    },
    { fault: 'no holidays', raw: { ...table, holidays: '无' }, says: '节假日（holidays）不是列表' },
    {
      fault: 'no list of make-up days',
      raw: { ...table, makeUpDays: null },
      says: '调休上班日（makeUpDays）不是日期列表',
    },
    {
      fault: 'a day of another year',
      raw: { ...table, makeUpDays: ['2023-10-08'] },
      says: '“调休上班日”中的 2023-10-08 不在2022年内',
    },
    {
      fault: 'a day both off and worked',
      raw: { ...table, makeUpDays: ['2022-10-01'] },
      says: '2022-10-01 重复出现（“调休上班日”）',
    },
    {
      fault: 'a make-up Monday',
      raw: { ...table, makeUpDays: ['2022-10-10'] },
      says: '调休上班日 2022-10-10 不是星期六或星期日',
    },
  ])('with $fault is refused with the place and what to do', ({ raw, says }) => {
    expect(issuesOf(raw).join('\n')).toContain(says);
  });

  it('has all its faults told at once', () => {
    expect(issuesOf({ ...table, version: 'x', makeUpDays: ['8日'] })).toHaveLength(2);
  });

  it('may hold days of the December before', () => {
    expect(issuesOf({ ...table, holidays: [{ name: '元旦', days: ['2021-12-31', '2022-01-01'] }] })).toEqual([]);
  });
});

describe('a calendar', () => {
  it('holds its years in order, however they come', () => {
    const [first, second] = [...seedCalendar(2023), ...seedCalendar(2022)];
    const years = [first, second].flatMap((each) => each ?? []);
    expect(workingCalendarOf(years).map(({ year }) => year)).toEqual([2022, 2023]);
  });

  it('never holds a year twice', () => {
    expect(() => workingCalendarOf([...seedCalendar(2022), ...seedCalendar(2022)])).toThrow('2022 twice');
  });
});
