import type { Parsed } from '../json-fields.ts';
import type { MeasureKind } from './measure-vocabulary.ts';
import type { LabelKind, UnitRole } from './role-vocabulary.ts';
import { foldedText } from './source-text.ts';
import type { TaughtColumn } from './table-columns.ts';
import type { UsualBusiness, Vocabulary } from './vocabulary.ts';

/** Collects what is wrong with a file, each fault with its place. */
interface Reading {
  readonly faults: string[];
}

const labelKinds: readonly LabelKind[] = ['lead', 'support', 'responsible', 'other', 'person', 'time', 'scope'];
const roles: readonly UnitRole[] = ['lead', 'support', 'responsible', 'other'];
const columns: readonly TaughtColumn[] = ['number', 'category', 'title', 'text', 'progress', 'ignored'];
const measures: readonly MeasureKind[] = ['count', 'money', 'share', 'size', 'time'];

const label = { form: /^[\u4e00-\u9fa5]{2,12}$/, advice: '应为2至12个汉字' };
const verb = { form: /^[\u4e00-\u9fa5]{2,8}$/, advice: '应为2至8个汉字' };
const ending = { form: /^[\u4e00-\u9fa5A-Za-z]{1,12}$/, advice: '应为1至12个汉字或字母' };
const word = { form: /^[\u4e00-\u9fa5A-Za-z0-9/%‰²³]{1,12}$/, advice: '应为1至12个汉字、字母或数字' };
type WordForm = typeof word;

const parts: Readonly<Record<keyof Vocabulary, (reading: Reading, raw: unknown, place: string) => unknown>> = {
  labels: (reading, raw, place) => table(reading, { raw, place, form: label }, labelKinds),
  roleVerbs: (reading, raw, place) => table(reading, { raw, place, form: verb }, roles),
  unitEndings: (reading, raw, place) => words(reading, { raw, place, form: ending }),
  columns: (reading, raw, place) => table(reading, { raw, place, form: word }, columns),
  measures: (reading, raw, place) => table(reading, { raw, place, form: word }, measures),
  targetVerbs: (reading, raw, place) => words(reading, { raw, place, form: verb }),
  softWords: (reading, raw, place) => words(reading, { raw, place, form: verb }),
  deliverableVerbs: (reading, raw, place) => words(reading, { raw, place, form: verb }),
  days: daysOf,
  business: businessOf,
};

/** Reads a vocabulary file; every fault in it is told at once, each with its place and what to do. */
export function parseVocabulary(raw: unknown): Parsed<Vocabulary> {
  const reading: Reading = { faults: [] };
  const value: Record<string, unknown> = {};
  for (const [key, given] of fieldsOf(reading, raw, '用词文件')) {
    const read = isPart(key) ? parts[key] : undefined;
    if (read === undefined) reading.faults.push(`没有“${key}”这一部分，请从 ${Object.keys(parts).join('、')} 中选用`);
    else value[key] = read(reading, given, key);
  }
  noteDoubles(reading, value['labels'], 'labels');
  noteDoubles(reading, value['columns'], 'columns');
  return reading.faults.length === 0 ? { ok: true, value } : { ok: false, issues: reading.faults };
}

interface Given {
  readonly raw: unknown;
  readonly place: string;
  readonly form: WordForm;
}

function table(reading: Reading, { raw, place, form }: Given, kinds: readonly string[]): Record<string, string[]> {
  const read: Record<string, string[]> = {};
  for (const [kind, list] of fieldsOf(reading, raw, place)) {
    if (kinds.includes(kind)) read[kind] = words(reading, { raw: list, place: `${place}.${kind}`, form });
    else reading.faults.push(`${place} 中没有“${kind}”，请从 ${kinds.join('、')} 中选用`);
  }
  return read;
}

function words(reading: Reading, { raw, place, form }: Given): string[] {
  if (!Array.isArray(raw)) {
    reading.faults.push(`${place} 应为词的列表，如 ["词一", "词二"]`);
    return [];
  }
  return raw.map((given: unknown, index) => {
    const folded = typeof given === 'string' ? foldedText(given).trim() : '';
    if (!form.form.test(folded))
      reading.faults.push(`${place} 第${index + 1}个词“${shown(given)}”不能使用，${form.advice}`);
    return folded;
  });
}

function daysOf(reading: Reading, raw: unknown, place: string): Record<string, string> {
  const days: Record<string, string> = {};
  for (const [phrase, day] of fieldsOf(reading, raw, place)) {
    const folded = foldedText(phrase).trim();
    if (!label.form.test(folded)) reading.faults.push(`${place} 中的“${phrase}”不能使用，${label.advice}`);
    if (typeof day === 'string' && isMonthAndDay(day)) days[folded] = day;
    else reading.faults.push(`${place} 中“${phrase}”的日期“${shown(day)}”不存在，应写作“月-日”，如 05-31`);
  }
  return days;
}

function businessOf(reading: Reading, raw: unknown, place: string): UsualBusiness[] {
  if (!Array.isArray(raw)) {
    reading.faults.push(`${place} 应为列表，每项写明 matter（事项用词）和 unit（单位用词）`);
    return [];
  }
  return raw.map((each: unknown, index) => {
    const own = `${place} 第${index + 1}项`;
    const given = new Map(fieldsOf(reading, each, own));
    for (const key of given.keys())
      if (key !== 'matter' && key !== 'unit') reading.faults.push(`${own}中没有“${key}”，只能写 matter 和 unit`);
    const list = (key: string) => words(reading, { raw: given.get(key), place: `${own}的 ${key}`, form: word });
    const read = { matter: list('matter'), unit: list('unit') };
    if (read.matter.length === 0 || read.unit.length === 0)
      reading.faults.push(`${own}的 matter 和 unit 都应至少有一个词`);
    return read;
  });
}

function fieldsOf(reading: Reading, raw: unknown, place: string): [string, unknown][] {
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return Object.entries(raw);
  reading.faults.push(`${place} 应为一个对象，写在 { } 之中`);
  return [];
}

/** A word under two kinds would mean two things. */
function noteDoubles(reading: Reading, read: unknown, place: string): void {
  const seen = new Map<string, string>();
  for (const [kind, list] of Object.entries((read ?? {}) as Readonly<Record<string, readonly string[]>>)) {
    for (const each of list) {
      const other = seen.get(each);
      if (other !== undefined && other !== kind)
        reading.faults.push(`${place} 中“${each}”同时列在 ${other} 和 ${kind} 之下，请只保留一处`);
      seen.set(each, kind);
    }
  }
}

function isPart(key: string): key is keyof Vocabulary {
  return Object.hasOwn(parts, key);
}

function isMonthAndDay(day: string): boolean {
  const found = /^(\d{2})-(\d{2})$/.exec(day);
  const month = Number(found?.[1]);
  const last = month === 2 ? 28 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return found !== null && month >= 1 && month <= 12 && Number(found[2]) >= 1 && Number(found[2]) <= last;
}

function shown(given: unknown): string {
  return typeof given === 'string' ? given : JSON.stringify(given);
}
