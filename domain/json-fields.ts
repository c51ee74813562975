import { type PlainDate, isPlainDate } from './plain-date.ts';

/** What a parser gives: the value, or every fault found, each naming its place and what to do. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly string[] };

/** One object of a JSON file, read field by field; `place` names it in Chinese. A fault is noted, and a harmless value read in its stead. */
export interface JsonFields {
  readonly place: string;
  readonly has: (name: string) => boolean;
  readonly text: (name: string) => string;
  readonly textOrNull: (name: string) => string | null;
  readonly number: (name: string) => number;
  readonly numberOrNull: (name: string) => number | null;
  readonly flag: (name: string) => boolean;
  readonly day: (name: string) => PlainDate;
  readonly dayOrNull: (name: string) => PlainDate | null;
  readonly oneOf: <T extends string>(name: string, choices: readonly T[]) => T;
  readonly texts: (name: string) => readonly string[];
  /** Each object of a list; a missing list is a fault. */
  readonly list: <T>(name: string, read: (fields: JsonFields) => T) => readonly T[];
  readonly part: <T>(name: string, read: (fields: JsonFields) => T) => T | null;
  readonly refuse: (name: string, advice: string) => void;
}

/** Reads parsed JSON by `read`; all faults are told at once, so that a file is corrected in one go. */
export function parseFields<T>(raw: unknown, place: string, read: (fields: JsonFields) => T): Parsed<T> {
  const issues: string[] = [];
  const value = read(fieldsOf(raw, place, issues));
  return issues.length === 0 ? { ok: true, value } : { ok: false, issues };
}

const firstDay = '2000-01-01' as PlainDate;

function fieldsOf(raw: unknown, place: string, issues: string[]): JsonFields {
  const isObject = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
  if (!isObject) issues.push(`${place}不是一个对象，请按说明填写`);
  const values: Readonly<Record<string, unknown>> = isObject ? (raw as Readonly<Record<string, unknown>>) : {};
  const refuse = (name: string, advice: string) => {
    if (isObject) issues.push(`${place}的${name}${advice}`);
  };
  const read = <T>(name: string, isRight: (value: unknown) => value is T, fallback: T, advice: string): T => {
    const value = values[name];
    if (isRight(value)) return value;
    refuse(name, `${shown(value)}，${advice}`);
    return fallback;
  };
  const orNull = <T>(name: string, reader: () => T): T | null => (isNothing(values[name]) ? null : reader());
  const text = (name: string) => read(name, isText, '', '请填写文字');
  const number = (name: string) => read(name, isNumber, 0, '请填写数字');
  const day = (name: string) => read(name, isDay, firstDay, '请改为形如 2022-08-22 的日期');
  return {
    place,
    has: (name) => !isNothing(values[name]),
    text,
    textOrNull: (name) => orNull(name, () => text(name)),
    number,
    numberOrNull: (name) => orNull(name, () => number(name)),
    flag: (name) => read(name, isFlag, false, '请填写 true 或者 false'),
    day,
    dayOrNull: (name) => orNull(name, () => day(name)),
    oneOf: <T extends string>(name: string, choices: readonly T[]) => {
      const isChoice = (value: unknown): value is T => choices.some((choice) => choice === value);
      return read(name, isChoice, choices[0] as T, `请从 ${choices.join('、')} 中选填`);
    },
    texts: (name) => read(name, isTexts, [], '请填写文字的列表'),
    list: (name, reader) =>
      read<readonly unknown[]>(name, Array.isArray, [], '请填写列表').map((each, index) =>
        reader(fieldsOf(each, `${place}的${name}第${index + 1}项`, issues)),
      ),
    part: (name, reader) => orNull(name, () => reader(fieldsOf(values[name], `${place}的${name}`, issues))),
    refuse,
  };
}

function shown(value: unknown): string {
  if (value === undefined) return '没有填写';
  return `“${typeof value === 'string' ? value : JSON.stringify(value)}”不正确`;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isDay(value: unknown): value is PlainDate {
  return typeof value === 'string' && isPlainDate(value);
}
