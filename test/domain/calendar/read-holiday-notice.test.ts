import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCalendarTable } from '../../../domain/calendar/calendar-table.ts';
import { readHolidayNotice } from '../../../domain/calendar/read-holiday-notice.ts';

const seeded = (year: number) => parseCalendarTable(JSON.parse(readFileSync(`seeds/calendars/${year}.json`, 'utf8')));

const notice2023 = `国务院办公厅关于2023年
部分节假日安排的通知
国办发明电〔2022〕16号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2023年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2022年12月8日`;

const notice2024 = `国务院办公厅关于2024年部分节假日安排的通知
国办发明电〔2023〕7号
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
国务院办公厅
2023年10月25日`;

const notice2026 = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
国务院办公厅
2025年11月4日`;

describe('the notice of a year’s holidays', () => {
  it.each([
    { year: 2023, text: notice2023 },
    { year: 2024, text: notice2024 },
    { year: 2026, text: notice2026 },
  ])('of $year is read to the table that was made of it by hand', ({ year, text }) => {
    expect(readHolidayNotice(text, 1)).toEqual(seeded(year));
  });

  it('is not taken where its own count of days says otherwise', () => {
    const text = notice2026.replace('至23日', '至22日');
    expect(readHolidayNotice(text, 1)).toEqual({
      ok: false,
      issues: ['“春节”原文写明共9天，读出8天，请核对原文'],
    });
  });

  it('is not taken without its number, its day or any holiday, and says what is missing', () => {
    const heading = '国务院办公厅关于2026年部分节假日安排的通知';
    const read = readHolidayNotice(heading, 1);
    expect(read).toMatchObject({ ok: false });
    expect(read.ok ? [] : read.issues).toEqual([
      '没有读出任何节假日，请核对是否粘贴了通知全文',
      expect.stringContaining('发文日期'),
      expect.stringContaining('文号'),
    ]);
    expect(readHolidayNotice('放假通知', 1)).toMatchObject({ ok: false });
  });

  it('is not taken where a holiday’s days cannot be read', () => {
    const read = readHolidayNotice(notice2026.replace('4月4日（周六）至6日（周一）放假，共3天。', '另行通知。'), 1);
    expect(read.ok ? [] : read.issues).toEqual([
      '“清明节”没有读出放假日期，请核对原文',
      '节假日第3项没有放假日期，请补填或删去该项',
    ]);
  });
});
