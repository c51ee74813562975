import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { attacksOn, mostSteps, stepsOf } from './pattern-work.ts';
import { hardFragments } from './hard-fragments.ts';
import { workOfReading } from './reading-work.ts';

const folder = resolve(import.meta.dirname, '../../../domain/notice');
const notices = join(import.meta.dirname, 'notices');

/** The patterns that stand in the source of the reader. */
function writtenPatterns(): RegExp[] {
  const found: RegExp[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node && 'value' in node && node.value instanceof RegExp) found.push(node.value);
    for (const value of Object.values(node)) walk(value);
  };
  for (const name of readdirSync(folder))
    walk(parseSync(name, readFileSync(join(folder, name), 'utf8'), { lang: 'ts' }).program);
  return found;
}

const samples = readdirSync(notices)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(notices, name), 'utf8'));
const long = hardFragments.map((fragment) => fragment.repeat(Math.ceil(8_000 / fragment.length)));
const used = workOfReading([...samples, ...long]).patterns;
// Texts longer than this are parts of the whole document: what they are searched for must be found in one pass.
const longestPart = 6000;

/** How the steps grow when the repeated part of the worst attack is twice as long: 2 for one pass, 4 for its square. */
function growth(pattern: RegExp, length: number): number {
  const grown = attacksOn(pattern).map((attack) => {
    const steps = stepsOf(pattern, attack(2 * length));
    return steps > mostSteps ? Infinity : steps / stepsOf(pattern, attack(length));
  });
  return Math.max(0, ...grown);
}

describe('the patterns of the reader', () => {
  it('are found in its source and in what it makes of its words', () => {
    expect(writtenPatterns().length).toBeGreaterThan(150);
    expect(used.size).toBeGreaterThan(150);
  });

  it('take no more steps than the square of the text, whatever it is', () => {
    const all = [...writtenPatterns(), ...[...used.values()].map(({ pattern }) => pattern)];
    const different = new Map(all.map((pattern) => [String(pattern), pattern]));
    const wild = [...different.values()].filter((pattern) => growth(pattern, 24) > 4.7);
    expect(wild.map(String)).toEqual([]);
  });

  it('take steps in proportion to the text where that can be a whole document', () => {
    const wide = [...used.values()].filter(({ longest }) => longest > longestPart).map(({ pattern }) => pattern);
    expect(wide.filter((pattern) => growth(pattern, 300) > 2.3).map(String)).toEqual([]);
  });
});

describe('the measure of steps', () => {
  it.each([
    [/甲*乙/y, 1.5, 2.3],
    [/甲*乙/, 3.4, 4.6],
    [/甲*甲*乙/, 6, 9],
    [/(?:甲+)+乙/, 100, Infinity],
    [/(?:甲|甲市)*乙/, 3.4, 9],
  ])('finds that those of %s grow by the right power', (pattern, least, most) => {
    expect(growth(pattern, 24)).toBeGreaterThanOrEqual(least);
    expect(growth(pattern, 24)).toBeLessThanOrEqual(most);
  });
});
