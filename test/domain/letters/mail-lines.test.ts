import { describe, expect, it } from 'vitest';
import { mailHour } from '../../../domain/instant.ts';
import { type MailedLetter, mailLines } from '../../../domain/letters/mail-lines.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { seedCalendar } from '../calendar/seed-calendar.ts';
import { letterLike } from './letters.ts';

const context = {
  planId: 'plan-1',
  today: plainDate('2022-10-09'),
  calendar: seedCalendar(2022, 2023),
  unitNames: { bureau: '市发展改革委', traffic: '市交通运输局', office: '领导小组办公室' },
};

const texts = (...args: Parameters<typeof mailLines>) => mailLines(...args).map(({ text }) => text);

describe('the lines of a mail on Sunday 9 October 2022, a make-up working day', () => {
  it('counts nine tasks of one return as nine rows of one line', () => {
    const letters = Array.from({ length: 9 }, (_, index) => letterLike(index + 1));
    expect(texts(letters, context)).toEqual(['季度进展情况表，9 行，10月12日前，还剩3个工作日（2022年第三季度）']);
  });

  it('adds up the rows that letters count for', () => {
    const facts = { obligationKind: 'progress', period: '2022Q3', rows: 4 };
    expect(texts([letterLike(1, { facts }), letterLike(2, { facts })], context)).toEqual([
      '季度进展情况表，8 行，10月12日前，还剩3个工作日（2022年第三季度）',
    ]);
  });

  it('keeps different due days, periods, kinds and units apart', () => {
    const lines = texts(
      [
        letterLike(1),
        letterLike(2, { about: plainDate('2022-10-14') }),
        letterLike(3, { facts: { obligationKind: 'contribution', period: '2022Q3' } }),
        letterLike(4, { receiver: { unitId: 'traffic', seat: 'officer' } }),
      ],
      context,
    );
    expect(lines).toEqual([
      '季度进展情况表，1 行，10月12日前，还剩3个工作日（2022年第三季度；市交通运输局）',
      '配合情况，1 行，10月12日前，还剩3个工作日（2022年第三季度；市发展改革委）',
      '季度进展情况表，1 行，10月12日前，还剩3个工作日（2022年第三季度；市发展改革委）',
      '季度进展情况表，1 行，10月14日前，还剩5个工作日（2022年第三季度；市发展改革委）',
    ]);
  });

  it('puts what is overdue first, then what is due soonest, then the rest', () => {
    const lines = mailLines(
      [
        letterLike(1, { kind: 'rows-accepted', about: null }),
        letterLike(2, { about: plainDate('2022-10-14') }),
        letterLike(3, { about: plainDate('2022-10-11') }),
        letterLike(4, { kind: 'obligation-overdue', about: plainDate('2022-09-30') }),
        letterLike(5, {
          kind: 'review-due',
          about: plainDate('2022-09-29'),
          receiver: { unitId: 'office', seat: 'office' },
        }),
      ],
      context,
    );
    expect(lines.map(({ name, isOverdue }) => [name, isOverdue])).toEqual([
      ['季度进展情况表待审核', true],
      ['季度进展情况表', true],
      ['季度进展情况表', false],
      ['季度进展情况表', false],
      ['季度进展情况表审核通过', false],
    ]);
    expect(lines.map(({ text }) => text.slice(0, 25))[2]).toContain('10月11日前');
  });

  it('says how long something is overdue in working days, the National Day holiday not counted', () => {
    const [line] = texts([letterLike(1, { kind: 'obligation-overdue', about: plainDate('2022-09-30') })], context);
    expect(line).toBe('季度进展情况表，1 行，应于9月30日报送，已逾期2个工作日（2022年第三季度）');
  });

  it('says that today is the last day', () => {
    const [line] = texts([letterLike(1, { about: plainDate('2022-10-09') })], context);
    expect(line).toBe('季度进展情况表，1 行，今天（10月9日）截止（2022年第三季度）');
  });

  it('names the year of a day that is not in this one', () => {
    const [line] = texts([letterLike(1, { about: plainDate('2023-01-09') })], context);
    expect(line).toContain('2023年1月9日前');
  });

  it('counts a thing once when two reminders about it wait in one mail, and the later one speaks', () => {
    const late = { dueAt: mailHour(plainDate('2022-10-11')), step: '-1' };
    const letters = [letterLike(1), letterLike(1, { ...late, id: 'letter-1b' }), letterLike(2)];
    expect(texts(letters, context)).toEqual(['季度进展情况表，2 行，10月12日前，还剩3个工作日（2022年第三季度）']);
  });

  it('lets the overdue letter of a thing replace its reminder', () => {
    const overdue = letterLike(1, {
      id: 'letter-1b',
      kind: 'obligation-overdue',
      dueAt: mailHour(plainDate('2022-10-13')),
    });
    const lines = mailLines([letterLike(1), overdue], { ...context, today: plainDate('2022-10-13') });
    expect(lines.map(({ text }) => text)).toEqual([
      '季度进展情况表，1 行，应于10月12日报送，已逾期1个工作日（2022年第三季度）',
    ]);
  });

  it('names the unit that a letter to the office is about', () => {
    const facts = { obligationKind: 'progress', period: '2022Q3', unitId: 'bureau', rows: 9 };
    const receiver = { unitId: 'office', seat: 'office' as const };
    const [line] = mailLines([letterLike(1, { kind: 'review-due', receiver, facts })], context);
    expect(line?.text).toBe('季度进展情况表待审核，9 行，10月12日前，还剩3个工作日（2022年第三季度；市发展改革委）');
    expect(line?.page).toBe('/plans/plan-1/returns/bureau/2022Q3/progress');
  });

  it('names up to five tasks in the order of their numbers, and more only by their count', () => {
    const task = (number: number) =>
      letterLike(number, { kind: 'task-ended', about: null, facts: { taskNumber: String(number) } });
    expect(texts([task(14), task(2)], context)).toEqual(['工作任务已办结，2 项（任务2、14）']);
    expect(texts([1, 2, 3, 4, 5, 6].map(task), context)).toEqual(['工作任务已办结，6 项']);
  });

  it('links facts into a path that nothing can leave', () => {
    const facts = { obligationKind: 'progress', period: '../../admin?x=1#"><script>' };
    expect(mailLines([letterLike(1, { facts })], context)[0]?.page).toBe(
      '/plans/plan-1/returns/bureau/..%2F..%2Fadmin%3Fx%3D1%23%22%3E%3Cscript%3E/progress',
    );
  });

  it('counts by what its kind is about: units, opinions, tasks', () => {
    const plan = (number: number, changes: Partial<MailedLetter>) =>
      letterLike(number, { chain: 'plan/1', key: `key-${number}`, about: null, ...changes });
    expect(
      texts(
        [
          plan(1, { kind: 'receipt-listed', facts: { units: 3 } }),
          plan(2, { kind: 'opinion-received', facts: { opinions: 2, unitId: 'traffic' } }),
          plan(3, { kind: 'approval-asked', facts: { tasks: 26 } }),
          plan(4, { kind: 'breakdown-decided', facts: { approved: 1 } }),
        ],
        context,
      ),
    ).toEqual([
      '逾期未签收，3 个单位',
      '任务分解方案报请审定，26 项任务',
      '收到反馈意见，2 条（市交通运输局）',
      '任务分解方案已审定同意',
    ]);
  });

  it('tells rows that a task refused from what an operator has to look at', () => {
    const facts = { obligationKind: 'progress', period: '2022Q3', rows: 2 };
    const refused = letterLike(1, { kind: 'needs-attention', key: 'refused', about: null, facts });
    const parked = letterLike(2, { kind: 'needs-attention', key: 'parked', about: null, facts: {} });
    const lines = mailLines([refused, parked], context);
    expect(lines.map(({ text }) => text)).toEqual([
      '系统记录需要人工处理，1 项',
      '季度进展情况表未能送达任务，2 项（2022年第三季度）',
    ]);
    expect(lines[1]?.page).toBe('/plans/plan-1/returns/bureau/2022Q3/progress');
  });

  it('shows no count where a letter to a head says none', () => {
    const listed = letterLike(1, { kind: 'receipt-listed', about: null, facts: { tasks: 3 } });
    expect(texts([listed], context)).toEqual(['逾期未签收']);
  });
});
