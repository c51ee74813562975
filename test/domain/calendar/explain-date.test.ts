import { describe, expect, it } from 'vitest';
import { explainDate } from '../../../domain/calendar/explain-date.ts';
import { shiftWorkingDays } from '../../../domain/calendar/working-calendar.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { seedCalendar } from './seed-calendar.ts';

const calendar = seedCalendar(2022, 2023);
const explained = (from: string, count: number) =>
  explainDate(calendar, shiftWorkingDays(calendar, plainDate(from), count));

describe('three working days after 29 September 2022', () => {
  it('names each day counted and each day passed over, with the reason', () => {
    expect(explained('2022-09-29', 3).days).toEqual([
      { day: '2022-09-30', counted: 1, reason: '工作日' },
      { day: '2022-10-01', counted: null, reason: '国庆节' },
      { day: '2022-10-02', counted: null, reason: '国庆节' },
      { day: '2022-10-03', counted: null, reason: '国庆节' },
      { day: '2022-10-04', counted: null, reason: '国庆节' },
      { day: '2022-10-05', counted: null, reason: '国庆节' },
      { day: '2022-10-06', counted: null, reason: '国庆节' },
      { day: '2022-10-07', counted: null, reason: '国庆节' },
      { day: '2022-10-08', counted: 2, reason: '调休上班' },
      { day: '2022-10-09', counted: 3, reason: '调休上班' },
    ]);
  });

  it('reads as one sentence with the notice it rests on', () => {
    expect(explained('2022-09-29', 3).sentence).toBe(
      '自2022年9月29日（星期四）次日起计3个工作日，至2022年10月9日（星期日）：9月30日为第1个工作日；' +
        '10月1日至10月7日为国庆节假期，不计；10月8日至10月9日调休上班，为第2至第3个工作日。依据国办发明电〔2021〕11号。',
    );
  });
});

describe('a count over a weekend, or backwards, or of nothing', () => {
  it('passes the weekend over', () => {
    expect(explained('2022-08-26', 1).sentence).toContain('8月27日至8月28日为周末，不计；8月29日为第1个工作日。');
  });

  it('says that it goes back', () => {
    expect(explained('2023-01-09', -5).sentence).toContain(
      '自2023年1月9日（星期一）前一日起向前计5个工作日，至2022年12月30日（星期五）',
    );
  });

  it('is the day itself', () => {
    expect(explained('2022-08-22', 0).sentence).toBe('即2022年8月22日（星期一）当日。依据国办发明电〔2021〕11号。');
  });
});

describe('a date computed before the table of 2023 was known', () => {
  const computed = shiftWorkingDays(seedCalendar(2022), plainDate('2022-12-30'), 3);

  it('says which year is missing', () => {
    expect(explainDate(seedCalendar(2022), computed).sentence).toContain(
      '2023年放假安排尚未导入，暂按周一至周五为工作日推算，本日期为暂定。',
    );
  });

  it('is kept as recorded and shown beside what today gives', () => {
    const explanation = explainDate(calendar, computed);
    expect(explanation).toMatchObject({ date: '2023-01-04', holdsToday: false });
    expect(explanation.sentence).toContain('至2023年1月5日（星期四）');
    expect(explanation.sentence).toContain('记录的日期为2023年1月4日，系按此前的日历推算，与现行日历相差1天。');
  });
});
