import {
  type RuleRange,
  lightLimits,
  ruleCounts,
  ruleDayLists,
  ruleFlags,
  ruleWords,
} from '../../../domain/rule-limits.ts';
import { numberOf, textOf } from '../../blocks/act/act-definition.ts';
import type { Field, FieldValue, FormValues } from '../../blocks/form/field.ts';

/** A version of the rules as the API gives it. */
export type RulesBody = Readonly<Record<string, unknown>>;

/** One limit of the rules: what it is called, what it is, and how a form changes it. */
export interface RuleLine {
  readonly key: string;
  readonly name: string;
  /** As people read it. */
  readonly text: string;
  readonly field: Field;
  readonly value: FieldValue;
  readonly valueFrom: (values: FormValues) => unknown;
}

/** Every limit of a version but its own number. */
export function ruleLines(rules: RulesBody): readonly RuleLine[] {
  const { version: _version, ...counts } = ruleCounts;
  const [lights, words] = [partOf(rules, 'lights'), partOf(rules, 'numberWords')];
  return [
    ...Object.entries(counts).map(([key, range]) => numberLine(key, range, rules[key])),
    ...Object.entries(ruleDayLists).map(([key, { name }]) => daysLine(key, name, rules[key])),
    ...Object.entries(lightLimits).map(([key, range]) => numberLine(`lights.${key}`, range, lights[key])),
    ...Object.entries(ruleFlags).map(([key, name]) => flagLine(key, name, rules[key])),
    ...Object.entries(ruleWords).map(([key, name]) => wordLine(`numberWords.${key}`, name, words[key])),
  ];
}

/** What a version changes of the one before. */
export function changedLines(rules: RulesBody, before: RulesBody): readonly Pick<RuleLine, 'name' | 'text'>[] {
  const earlier = new Map(ruleLines(before).map(({ key, text }) => [key, text]));
  return ruleLines(rules).flatMap(({ key, name, text }) =>
    earlier.get(key) === text ? [] : [{ name, text: `${earlier.get(key) ?? ''} → ${text}` }],
  );
}

/** The rules with what the form says of the limits of these keys; all else as it stands. */
export function rulesWith(rules: RulesBody, values: FormValues, keys: readonly string[]): RulesBody {
  const changes = ruleLines(rules).filter(({ key }) => keys.includes(key));
  return changes.reduce<RulesBody>((known, { key, valueFrom }) => {
    const [outer = '', inner] = key.split('.');
    const value = valueFrom(values);
    return { ...known, [outer]: inner === undefined ? value : { ...partOf(known, outer), [inner]: value } };
  }, rules);
}

function partOf(rules: RulesBody, name: string): Readonly<Record<string, unknown>> {
  const part = rules[name];
  return typeof part === 'object' && part !== null ? { ...part } : {};
}

function numberLine(key: string, { name, unit, least, most }: RuleRange, told: unknown): RuleLine {
  const value = typeof told === 'number' ? told : null;
  const help = `可填${least}至${most}。`;
  const field: Field = { kind: 'number', name: key, label: name, required: true, unit, least, help };
  return { key, name, text: `${value ?? ''}${unit}`, field, value, valueFrom: (values) => numberOf(values, key) };
}

const daysHelp = '距到期日（或者发出日）多少个工作日，从小到大，用顿号隔开；到期之前的填负数，例如：-3、-1、0、1。';

function daysLine(key: string, name: string, told: unknown): RuleLine {
  const text = Array.isArray(told) ? told.join('、') : '';
  const field: Field = { kind: 'line', name: key, label: name, required: true, help: daysHelp };
  // What is no number stays as it was typed: the server refuses it and says why.
  const numbers = (typed: string) =>
    typed.split(/[、，,\s]+/).map((part) => (/^-?\d+$/.test(part) ? Number(part) : part));
  return { key, name, text, field, value: text, valueFrom: (values) => numbers(textOf(values, key)) };
}

function flagLine(key: string, name: string, told: unknown): RuleLine {
  const value = told === true;
  const field: Field = { kind: 'yes', name: key, label: name };
  return { key, name, text: value ? '是' : '否', field, value, valueFrom: (values) => values[key] === true };
}

function wordLine(key: string, name: string, told: unknown): RuleLine {
  const text = typeof told === 'string' ? told : '';
  const field: Field = { kind: 'line', name: key, label: name, required: true, max: 8 };
  return { key, name, text, field, value: text, valueFrom: (values) => textOf(values, key) };
}
