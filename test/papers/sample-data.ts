import { period } from '../../domain/calendar/quarter.ts';
import type { AdoptionData, ConsultationData } from '../../domain/papers/consultation-data.ts';
import type { BreakdownData, BreakdownTask } from '../../domain/papers/breakdown-data.ts';
import type { PaperHead } from '../../domain/papers/paper-head.ts';
import type { QuarterData } from '../../domain/papers/quarter-data.ts';
import type { RegisterData, RegisterRow } from '../../domain/papers/register-data.ts';
import type { ReturnSheetData } from '../../domain/papers/return-sheet-data.ts';
import type { OrderData, SlipData } from '../../domain/papers/slip-data.ts';
import type { YearEndData } from '../../domain/papers/year-end-data.ts';
import { plainDate } from '../../domain/plain-date.ts';
import type { LightAssessment } from '../../domain/task/task-state.ts';

/** The head of every sample: a rehearsal unless told otherwise. */
export const head: PaperHead = {
  isRehearsal: true,
  planTitle: '2022年镇江市数字经济发展工作要点',
  planYear: 2022,
  documentNumber: '镇数字发〔2022〕4号',
  issuer: '镇江市数字经济工作领导小组办公室',
  day: plainDate('2022-10-20'),
  contact: { name: '沈知舟', phone: '0511-00000001' },
};

/** Names of as many units as a large plan has. */
export const units: readonly string[] = Array.from({ length: 46 }, (_, index) => `市第${index + 1}工作局`);

/** A text of so many sentences of about 35 characters, each with a number of its own, so that what is cut is missed. */
export function longText(subject: string, sentences: number): string {
  return Array.from(
    { length: sentences },
    (_, index) =>
      `${subject}第${index + 1}步已会同有关部门完成现场核查和资料归集，办件号${codeOf(subject)}n${index + 1}。`,
  ).join('');
}

const initials: Readonly<Record<string, string>> = { 进展: 'J', 长文: 'L', 意见: 'Y', 汇总: 'H', 报告: 'B' };

function codeOf(subject: string): string {
  return `${initials[subject.slice(0, 2)] ?? 'X'}${subject.slice(2)}`;
}

/** The numbers of all sentences within some data. */
export function sentenceNumbers(data: unknown): readonly string[] {
  return [...JSON.stringify(data).matchAll(/办件号([A-Z]\d*n\d+)/g)].map(([, number = '']) => number);
}

/** A light with a measured cause. */
export const behind: LightAssessment = {
  light: 'behind',
  on: plainDate('2022-10-13'),
  cause: { kind: 'value', value: 620, expected: 940, points: 22.9, limit: 10 },
  rulesVersion: 1,
};

/** A row of the register; every third is a whole task without a number. */
export function registerRow(index: number, change: Partial<RegisterRow> = {}): RegisterRow {
  const isWhole = index % 3 === 2;
  return {
    number: String(Math.floor(index / 3) + 1),
    group: `（${'一二三四五六七八'.charAt(Math.floor(index / 9) % 8)}）夯实数字基础设施支撑`,
    task: `推进第${Math.floor(index / 3) + 1}项重点工程建设，加快形成可复制可推广的经验做法`,
    kind: isWhole ? 'whole' : 'number',
    title: isWhole ? '按原文落实' : `事项${index + 1}：年内新建5G基站${1000 + index}个`,
    commitment: 'binding',
    leads: ['市工信局', '市委网信办'],
    unit: units[index % units.length] ?? '',
    supports: ['市发改委', '市自然资源和规划局', '市住建局', '各市、区'],
    due: plainDate('2022-12-31'),
    dueBasis: 'derived',
    tracked: false,
    milestones: isWhole ? [{ id: 'a', title: `完成方案${index + 1}`, due: plainDate('2022-11-30') }] : [],
    expected: isWhole ? null : 940,
    target: isWhole ? null : { value: 1000 + index, unit: '个', comparator: '>=' },
    value: isWhole ? null : 620,
    reportedPeriod: period('2022Q3'),
    done: longText(`进展${index + 1}`, 2),
    problem: `问题${index + 1}：部分站址协调周期较长`,
    next: `举措${index + 1}：联合相关部门现场办公`,
    light: behind,
    cityLeaders: ['市领导甲'],
    unitHeads: ['曹承笙'],
    officers: [
      { name: '沈知舟', phone: '0511-00000001' },
      { name: '傅清川', phone: '0511-00000002' },
    ],
    remark: index === 4 ? '2022年第三季度迟报' : '',
    ...change,
  };
}

/** The register of a plan with 20 tasks, one of whose texts is longer than a page column. */
export const register: RegisterData = {
  head,
  period: period('2022Q4'),
  rows: Array.from({ length: 60 }, (_, index) => registerRow(index, index === 7 ? { done: longText('长文', 60) } : {})),
};

/** A breakdown of 26 tasks with one to three items each. */
export const tasks: readonly BreakdownTask[] = Array.from({ length: 26 }, (_, index) => ({
  number: String(index + 1),
  group: `（${'一二三四五六七八'.charAt(Math.floor(index / 4))}）提升数字产业能级和创新能力`,
  title: `任务${index + 1}：推进关键核心技术攻关和成果转化`,
  leads: ['市科技局', '市工信局'].slice(0, (index % 2) + 1),
  supports: units.slice(index, index + (index % 6)),
  districts: index === 0 ? ['丹阳市', '句容市', '扬中市'] : [],
  items: Array.from({ length: (index % 3) + 1 }, (_each, item) => ({
    title: `事项${index + 1}.${item + 1}：培育示范企业并建立动态管理名录`,
    target: item === 0 ? { value: 40 + index, unit: '家', comparator: '>=' as const } : null,
    commitment: item === 0 ? ('striving' as const) : ('binding' as const),
    unit: index === 3 ? null : '市科技局',
    due: plainDate('2022-12-31'),
    dueBasis: item === 1 ? ('stated' as const) : ('derived' as const),
    tracked: index === 25,
  })),
}));

export const breakdown: BreakdownData = { head, draftVersion: 31, isIssued: false, tasks };

export const consultation: ConsultationData = {
  head,
  units,
  due: plainDate('2022-08-18'),
  draftVersion: 30,
  tasks,
};

export const adoption: AdoptionData = {
  head,
  consulted: units,
  withoutOpinion: units.slice(0, 40),
  withOpinions: units.slice(40, 44),
  lapsed: units.slice(44),
  rows: Array.from({ length: 18 }, (_, index) => ({
    unit: units[40 + (index % 4)] ?? '',
    taskNumber: String(index + 1),
    taskTitle: tasks[index]?.title ?? '',
    opinion: longText(`意见${index + 1}`, 2),
    decision: (['adopted', 'partly-adopted', 'refused'] as const)[index % 3] ?? 'adopted',
    reason: index % 3 === 0 ? '' : `理由${index + 1}：通知原文已经明确，按原文执行`,
  })),
};

/** A return of twelve rows, one with a text of the greatest length that a row may have. */
export const returned: ReturnSheetData = {
  head,
  unit: '市工信局',
  kind: 'progress',
  period: period('2022Q3'),
  number: '3F0F6B51',
  version: 2,
  checkCode: 'AB12F-0C9D4',
  due: plainDate('2022-10-12'),
  rows: Array.from({ length: 12 }, (_, index) => ({
    taskNumber: String(index + 1),
    task: `推进第${index + 1}项重点工程建设`,
    title: `事项${index + 1}：新建5G基站1400个以上`,
    target: { value: 1400, unit: '个', comparator: '>=' as const },
    due: plainDate('2022-12-31'),
    previousValue: 900,
    value: 1203,
    isComplete: index === 0,
    ending: index === 3 ? { ending: 'unfinished' as const, until: plainDate('2023-06-30') } : null,
    milestonesDone: index === 1 ? ['完成年度站址规划并公示'] : [],
    plan: null,
    done: index === 5 ? longText('长文', 50) : longText(`进展${index + 1}`, 2),
    problem: `问题${index + 1}：部分站址协调难`,
    next: `举措${index + 1}：现场办公`,
    reason: index === 2 ? '口径调整，剔除重复统计' : '',
  })),
};

const lights = { 'on-track': 2, behind: 1, 'no-plan': 1 } as const;

export const quarter: QuarterData = {
  head,
  period: period('2022Q3'),
  due: plainDate('2022-10-12'),
  taskCount: 26,
  itemCount: 47,
  groups: Array.from({ length: 8 }, (_, index) => ({
    name: `（${'一二三四五六七八'.charAt(index)}）任务组名称`,
    rows: 4,
    lights,
  })),
  units: units.map((name, index) => ({
    name,
    rows: 4,
    lights,
    report: index === 0 ? ('missing' as const) : index < 4 ? ('late' as const) : ('in-time' as const),
    submittedOn: index === 0 ? null : plainDate('2022-10-11'),
    sentBackRows: index === 5 ? 2 : 0,
  })),
  problems: Array.from({ length: 14 }, (_, index) => ({
    taskNumber: String(index + 1),
    title: `滞后事项${index + 1}`,
    unit: units[index] ?? '',
    light: index === 3 ? { ...behind, light: 'no-plan' as const, cause: { kind: 'no-plan' as const } } : behind,
    problem: index === 2 ? '' : `单位反映问题${index + 1}`,
    next: index === 2 ? '' : `单位下一步${index + 1}`,
    due: plainDate('2022-12-31'),
  })),
  tasks: Array.from({ length: 26 }, (_, index) => ({
    number: String(index + 1),
    title: `任务${index + 1}`,
    group: '任务组名称',
    texts:
      index === 25
        ? []
        : [
            { unit: null, text: longText(`汇总${index + 1}`, 4) },
            { unit: '市科技局', text: longText(`报告${index + 1}`, 2) },
          ],
  })),
};

export const slip: SlipData = {
  head,
  number: '镇数字办催〔2022〕1号',
  unit: '市商务局',
  form: 'slip',
  issuedOn: plainDate('2022-10-19'),
  answerDue: plainDate('2022-10-24'),
  rows: Array.from({ length: 4 }, (_, index) => ({
    taskNumber: String(index + 7),
    task: `推进第${index + 7}项数字贸易工程`,
    owed: '2022年第三季度进展情况表',
    items: [`事项甲${index + 1}`, `事项乙${index + 1}`],
    due: plainDate('2022-10-12'),
    overdueWorkingDays: 5,
  })),
  urgings: [
    { days: [plainDate('2022-10-13'), plainDate('2022-10-17')], how: '发送系统提醒', result: '' },
    { days: [plainDate('2022-10-18')], how: '电话催办', result: '承诺10月19日报送' },
  ],
};

const { urgings: _, ...escalated } = slip;

export const order: OrderData = {
  ...escalated,
  number: '镇数字办督〔2022〕1号',
  form: 'order',
  issuer: '镇江市人民政府督查室',
  issuedOn: plainDate('2022-10-25'),
  answerDue: plainDate('2022-11-01'),
  openedBy: '市领导甲',
  reasons: ['镇数字办催〔2022〕1号催办单要求10月24日前回复，逾期未回复。', '同一任务连续两个季度未按时报送。'],
  demand: '主要负责人牵头研究，逐项补报第三季度进展情况。\n对逾期原因作出书面说明，明确责任处室和完成时间。',
};

export const yearEnd: YearEndData = {
  head,
  taskCount: 26,
  checkCode: 'AB12F-0C9D4',
  rows: Array.from({ length: 60 }, (_each, index) => ({
    taskNumber: String(Math.floor(index / 3) + 1),
    group: `（${'一二三四五六七八'.charAt(Math.floor(index / 9) % 8)}）任务组名称`,
    title: `事项${index + 1}：新建5G基站${1000 + index}个`,
    unit: units[index % units.length] ?? '',
    target: { value: 1000 + index, unit: '个', comparator: '>=' as const },
    value: 900 + index,
    ending:
      (['exceeded', 'completed', 'unfinished', 'carried-over', 'awaiting-statistics'] as const)[index % 5] ?? 'open',
    cause: index % 5 > 1 ? `原因${index + 1}：数据尚未公布` : '',
    next: index % 5 > 1 ? `举措${index + 1}：继续跟踪` : '',
    until: index % 5 > 1 ? plainDate('2023-03-31') : null,
  })),
};
