import { type RuleRange, lightLimits, ruleCounts, ruleDayLists, ruleFlags, ruleWords } from './rule-limits.ts';
import type { Rules } from './rules.ts';

/** What reading a rules file gives: the rules, or every fault found in it, each naming its place and what to do. */
export type ParsedRules =
  | { readonly ok: true; readonly value: Rules }
  | { readonly ok: false; readonly issues: readonly string[] };

type Fields = Readonly<Record<string, unknown>>;

/** Reads a plan's limits from parsed JSON; says all faults at once, so that a file is corrected in one go. */
export function parseRules(raw: unknown): ParsedRules {
  if (!isFields(raw)) return { ok: false, issues: ['规则文件的内容不是一个对象，请参照默认规则填写'] };
  const issues: string[] = [];
  const lights = raw['lights'];
  if (!isFields(lights)) issues.push('亮灯规则（lights）缺失，请参照默认规则填写');
  const words = raw['numberWords'];
  if (!isFields(words)) issues.push('发文字（numberWords）缺失，请参照默认规则填写');
  const value: Rules = {
    ...readEach(ruleCounts, (key, range) => wholeNumber(raw[key], place(range.name, key), range, issues)),
    ...readEach(ruleDayLists, (key, range) => dayList(raw[key], place(range.name, key), range, issues)),
    ...readEach(ruleFlags, (key, name) => flag(raw[key], place(name, key), issues)),
    lights: readEach(lightLimits, (key, range) =>
      isFields(lights) ? wholeNumber(lights[key], place(range.name, `lights.${key}`), range, issues) : 0,
    ),
    numberWords: readEach(ruleWords, (key, name) =>
      isFields(words) ? numberWord(words[key], place(name, `numberWords.${key}`), issues) : '',
    ),
  };
  issues.push(...unknownNames(raw, { ...ruleCounts, ...ruleDayLists, ...ruleFlags, lights: '', numberWords: '' }, ''));
  if (isFields(lights)) issues.push(...unknownNames(lights, lightLimits, 'lights.'));
  if (isFields(words)) issues.push(...unknownNames(words, ruleWords, 'numberWords.'));
  if (issues.length === 0) issues.push(...contradictions(value));
  return issues.length === 0 ? { ok: true, value } : { ok: false, issues };
}

function contradictions(rules: Rules): readonly string[] {
  const { reminderOffsets, headReminderOffsets, lights } = rules;
  const unsent = headReminderOffsets.filter((offset) => !reminderOffsets.includes(offset));
  const faults: readonly (readonly [boolean, string])[] = [
    [
      unsent.length > 0,
      `单位负责人提醒（headReminderOffsets）中的${unsent.join('、')}不在报送提醒（reminderOffsets）内，请先将其列入报送提醒`,
    ],
    [
      lights.farBehindPoints <= lights.behindPoints,
      '严重滞后限度（lights.farBehindPoints）应大于滞后限度（lights.behindPoints）',
    ],
    [
      rules.receiptListedAfter <= rules.receiptWorkingDays,
      '未签收列出时间（receiptListedAfter）应晚于签收期限（receiptWorkingDays）',
    ],
    [
      rules.consultationReminders.some((days) => days > rules.consultationWorkingDays),
      '征求意见提醒（consultationReminders）不应晚于征求意见期限（consultationWorkingDays）',
    ],
    [
      new Set(Object.values(rules.numberWords)).size < Object.keys(rules.numberWords).length,
      '各类文书的发文字（numberWords）不应相同，否则编号会混在一起',
    ],
    [
      rules.receiptReminders.some((days) => days > rules.receiptWorkingDays),
      '签收提醒（receiptReminders）不应晚于签收期限（receiptWorkingDays）',
    ],
  ];
  return faults.filter(([holds]) => holds).map(([, text]) => text);
}

function wholeNumber(raw: unknown, where: string, { least, most }: RuleRange, issues: string[]): number {
  if (typeof raw === 'number' && Number.isInteger(raw) && raw >= least && raw <= most) return raw;
  issues.push(`${where}应为${least}至${most}之间的整数${found(raw)}`);
  return least;
}

function dayList(raw: unknown, where: string, range: RuleRange, issues: string[]): readonly number[] {
  if (!Array.isArray(raw)) {
    issues.push(`${where}应为由整数组成的列表${found(raw)}`);
    return [];
  }
  const faultsBefore = issues.length;
  const days = raw.map((day: unknown, index) => wholeNumber(day, `${where}第${index + 1}项`, range, issues));
  const isRising = days.every((day, index) => index === 0 || day > (days[index - 1] ?? day));
  if (!isRising && issues.length === faultsBefore) issues.push(`${where}应从小到大排列且不重复，请调整顺序`);
  return days;
}

function flag(raw: unknown, where: string, issues: string[]): boolean {
  if (typeof raw !== 'boolean') issues.push(`${where}应为 true 或 false${found(raw)}`);
  return raw === true;
}

function numberWord(raw: unknown, where: string, issues: string[]): string {
  if (typeof raw === 'string' && /^\p{Script=Han}{1,8}$/u.test(raw)) return raw;
  issues.push(`${where}应为一至八个汉字${found(raw)}`);
  return '';
}

// A misspelt name would otherwise leave a limit at something that nobody chose.
function unknownNames(raw: Fields, known: Fields, within: string): readonly string[] {
  return Object.keys(raw)
    .filter((key) => !Object.hasOwn(known, key))
    .map((key) => `没有名为“${within}${key}”的规则，请核对拼写或删去该项`);
}

function readEach<Key extends string, From, To>(
  table: Readonly<Record<Key, From>>,
  read: (key: Key, from: From) => To,
): Record<Key, To> {
  const entries = Object.entries<From>(table).map(([key, from]) => [key, read(key as Key, from)]);
  return Object.fromEntries(entries) as Record<Key, To>;
}

function place(name: string, key: string): string {
  return `${name}（${key}）`;
}

function found(raw: unknown): string {
  return raw === undefined ? '，现在缺失' : `，现为 ${JSON.stringify(raw)}`;
}

function isFields(raw: unknown): raw is Fields {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
