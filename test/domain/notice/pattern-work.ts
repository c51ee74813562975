import { generate, parse } from 'regexp-tree';

type Expression = NonNullable<ReturnType<typeof parse>['body']>;
type Letter = Extract<Expression, { type: 'Char' | 'CharacterClass' }>;
type Repetition = Extract<Expression, { type: 'Repetition' }>;

/** So many steps show that there is no end; the search is given up. */
export const mostSteps = 300_000;

/** How often the parts of a pattern are tried when it searches `text`, going back as a regular expression does. */
export function stepsOf(pattern: RegExp, text: string): number {
  const { body } = parse(`/${pattern.source}/`);
  const search: Search = { text, steps: 0 };
  const lastStart = pattern.sticky ? 0 : text.length;
  for (let start = 0; start <= lastStart; start += 1) {
    if (tried(search, body, start, () => true) && !pattern.global) break;
    if (search.steps > mostSteps) break;
  }
  return search.steps;
}

/** Texts made to be hard for a pattern: each repetition fed many times over with what it takes, then something that nothing takes. */
export function attacksOn(pattern: RegExp): readonly ((length: number) => string)[] {
  return repetitionsIn(parse(`/${pattern.source}/`).body, '').flatMap(({ before, repetition }) =>
    samplesOf(repetition.expression).map((pump) => (length: number) => `${before}${pump.repeat(length)}\u0001`),
  );
}

interface Search {
  readonly text: string;
  steps: number;
}

type Next = (at: number) => boolean;

function tried(search: Search, node: Expression | null, at: number, next: Next): boolean {
  search.steps += 1;
  if (search.steps > mostSteps) return true;
  if (node === null) return next(at);
  switch (node.type) {
    case 'Char':
    case 'CharacterClass':
      return at < search.text.length && takes(node, search.text.charAt(at)) && next(at + 1);
    case 'Alternative':
      return sequence(search, node.expressions, at, next);
    case 'Disjunction':
      return tried(search, node.left, at, next) || tried(search, node.right, at, next);
    case 'Group':
      return tried(search, node.expression, at, next);
    case 'Repetition':
      return repeated(search, { node, count: 0 }, at, next);
    case 'Assertion':
      return holds(search, node, at) && next(at);
    case 'Backreference':
      throw new Error('a pattern of the reader refers back');
  }
}

function sequence(search: Search, [first, ...rest]: readonly Expression[], at: number, next: Next): boolean {
  if (first === undefined) return next(at);
  return tried(search, first, at, (end) => sequence(search, rest, end, next));
}

interface Repeating {
  readonly node: Repetition;
  readonly count: number;
}

function repeated(search: Search, { node, count }: Repeating, at: number, next: Next): boolean {
  const { least, most } = boundsOf(node);
  const more = () =>
    count < most &&
    tried(search, node.expression, at, (end) => end > at && repeated(search, { node, count: count + 1 }, end, next));
  const enough = () => count >= least && next(at);
  return node.quantifier.greedy ? more() || enough() : enough() || more();
}

function boundsOf({ quantifier }: Repetition): { readonly least: number; readonly most: number } {
  switch (quantifier.kind) {
    case '?':
      return { least: 0, most: 1 };
    case '*':
      return { least: 0, most: Infinity };
    case '+':
      return { least: 1, most: Infinity };
    case 'Range':
      return { least: quantifier.from, most: quantifier.to ?? Infinity };
  }
}

function holds(search: Search, node: Extract<Expression, { type: 'Assertion' }>, at: number): boolean {
  switch (node.kind) {
    case '^':
      return at === 0;
    case '$':
      return at === search.text.length;
    case '\\b':
    case '\\B':
      throw new Error('a pattern of the reader looks for the border of a word, which Chinese has not');
    case 'Lookahead':
      return tried(search, node.assertion, at, () => true) !== (node.negative === true);
    case 'Lookbehind': {
      // What stands before a place is short in every pattern; it is left to the machine's own search.
      const before = nativeOf(`(?:${node.assertion === null ? '' : generate(node.assertion)})$`);
      return before.test(search.text.slice(Math.max(0, at - 12), at)) !== (node.negative === true);
    }
  }
}

const natives = new Map<string, RegExp>();

function nativeOf(source: string): RegExp {
  const known = natives.get(source) ?? new RegExp(source);
  natives.set(source, known);
  return known;
}

function takes(node: Letter, letter: string): boolean {
  return nativeOf(`^(?:${generate(node)})$`).test(letter);
}

const letters = '甲1一、 a市区年月。,;:()[]“”"|\n-.％%县政府等各的*#';

/** Texts that an expression takes: one for each of its alternatives, and for each kind of letter that a class takes. */
function samplesOf(node: Expression | null): string[] {
  if (node === null) return [''];
  switch (node.type) {
    case 'Char':
    case 'CharacterClass':
      return node.type === 'Char' && node.kind === 'simple'
        ? [node.value.replace(/^\\/, '')]
        : [...letters].filter((letter) => takes(node, letter)).slice(0, 6);
    case 'Alternative':
      return node.expressions.reduce<string[]>(
        (before, part) => before.flatMap((text) => samplesOf(part).map((own) => text + own)).slice(0, 6),
        [''],
      );
    case 'Disjunction':
      return [...samplesOf(node.left), ...samplesOf(node.right)].slice(0, 8);
    case 'Group':
      return samplesOf(node.expression);
    case 'Repetition':
      return samplesOf(node.expression).map((own) => own.repeat(Math.max(1, boundsOf(node).least)));
    case 'Assertion':
    case 'Backreference':
      return [''];
  }
}

interface PlacedRepetition {
  readonly before: string;
  readonly repetition: Repetition;
}

// A repetition of fewer than this is no more than a few tries.
const fewest = 13;

/** The repetitions of a pattern without a narrow bound, each with a text that brings the search to it. */
function repetitionsIn(node: Expression | null, before: string): PlacedRepetition[] {
  if (node === null) return [];
  switch (node.type) {
    case 'Alternative': {
      let lead = before;
      return node.expressions.flatMap((part) => {
        const found = repetitionsIn(part, lead);
        lead += samplesOf(part)[0] ?? '';
        return found;
      });
    }
    case 'Disjunction':
      return [...repetitionsIn(node.left, before), ...repetitionsIn(node.right, before)];
    case 'Group':
      return repetitionsIn(node.expression, before);
    case 'Repetition': {
      const inner = repetitionsIn(node.expression, before);
      return boundsOf(node).most >= fewest ? [{ before, repetition: node }, ...inner] : inner;
    }
    case 'Assertion':
      return node.kind === 'Lookahead' || node.kind === 'Lookbehind' ? repetitionsIn(node.assertion, before) : [];
    case 'Char':
    case 'CharacterClass':
    case 'Backreference':
      return [];
  }
}
