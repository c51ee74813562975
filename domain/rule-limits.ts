import type { LightRules, NumberWords, Rules } from './rules.ts';

/** What a limit is called, what it is counted in, and what it may be. */
export interface RuleRange {
  readonly name: string;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
}

type Kinds<T, Value> = { readonly [Key in keyof T]: T[Key] extends Value ? Key : never }[keyof T];

/** Limits that are a number. */
export const ruleCounts: Readonly<Record<Kinds<Rules, number>, RuleRange>> = {
  version: { name: '版本', unit: '', least: 1, most: 9999 },
  consultationWorkingDays: { name: '征求意见期限', unit: '个工作日', least: 1, most: 60 },
  receiptWorkingDays: { name: '签收期限', unit: '个工作日', least: 1, most: 60 },
  receiptListedAfter: { name: '未签收列出时间', unit: '个工作日', least: 1, most: 90 },
  stagePlanWorkingDaysAfterReceipt: { name: '阶段计划期限', unit: '个工作日', least: 1, most: 120 },
  reviewWorkingDays: { name: '审核期限', unit: '个工作日', least: 1, most: 60 },
  contributionWorkingDaysBefore: { name: '配合情况提前天数', unit: '个工作日', least: 1, most: 30 },
  returnWorkingDayAfterQuarter: { name: '季度报送期限', unit: '个工作日', least: 1, most: 60 },
  resubmissionWorkingDays: { name: '退回后重报期限', unit: '个工作日', least: 1, most: 60 },
  differingStatementWorkingDays: { name: '不同意见期限', unit: '个工作日', least: 1, most: 60 },
  contributionCharacters: { name: '配合情况字数上限', unit: '字', least: 20, most: 5000 },
  slipWorkingDaysAfterDue: { name: '催办单起草时间', unit: '个工作日', least: 1, most: 60 },
  slipAnswerWorkingDays: { name: '催办单回复期限', unit: '个工作日', least: 1, most: 60 },
  orderProposedWorkingDaysAfter: { name: '督办单提请时间', unit: '个工作日', least: 1, most: 60 },
  orderAnswerWorkingDays: { name: '督办单回复期限', unit: '个工作日', least: 1, most: 60 },
  orderDecisionWorkingDays: { name: '催办单确认、督办决定期限', unit: '个工作日', least: 1, most: 60 },
  extensionsByOffice: { name: '领导小组办公室可决定的延期次数', unit: '次', least: 0, most: 10 },
  changeDecisionWorkingDays: { name: '变更事项决定期限', unit: '个工作日', least: 1, most: 60 },
  findingStatementWorkingDays: { name: '核查意见反馈期限', unit: '个工作日', least: 1, most: 60 },
  objectionCalendarDays: { name: '提出异议期限（自然日）', unit: '天', least: 1, most: 365 },
  objectionAnswerWorkingDays: { name: '异议答复期限', unit: '个工作日', least: 1, most: 120 },
};

/** Limits that are a list of days. */
export const ruleDayLists: Readonly<Record<Kinds<Rules, readonly number[]>, RuleRange>> = {
  consultationReminders: { name: '征求意见提醒', unit: '个工作日', least: 0, most: 60 },
  receiptReminders: { name: '签收提醒', unit: '个工作日', least: 0, most: 60 },
  reminderOffsets: { name: '报送提醒', unit: '个工作日', least: -60, most: 60 },
  headReminderOffsets: { name: '单位负责人提醒', unit: '个工作日', least: 1, most: 60 },
};

/** Limits of the lights. */
export const lightLimits: Readonly<Record<keyof LightRules, RuleRange>> = {
  nearDueWorkingDays: { name: '临期天数', unit: '个工作日', least: 0, most: 60 },
  behindPoints: { name: '滞后限度', unit: '个百分点', least: 1, most: 100 },
  farBehindPoints: { name: '严重滞后限度', unit: '个百分点', least: 1, most: 100 },
};

/** Limits that hold or do not. */
export const ruleFlags: Readonly<Record<Kinds<Rules, boolean>, string>> = {
  districtsReportText: '板块报送文字情况',
  slipsAutomatic: '催办单自动编号发出',
};

/** Words of document numbers. */
export const ruleWords: Readonly<Record<keyof NumberWords, string>> = {
  slip: '催办单发文字',
  order: '督办单发文字',
  letter: '函发文字',
};
