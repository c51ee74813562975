import type { UnitKind } from '../registry/registry-event.ts';
import { stemsOfUnit, stemsPrinted } from './unit-stems.ts';

/** What of the register decides which units a printed name means. */
export interface RegisterUnit {
  readonly unitId: string;
  readonly key: string;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  /** Ids of the units that a collective name stands for; empty for a single unit. */
  readonly members: readonly string[];
}

/** Looks printed names up in a register. */
export interface UnitNames {
  /**
   * The units that `name` means, a collective name resolved to its members; none where the register lacks it. `before` is the name
   * printed before it in the list, whose prefix it may have left out (省工业和信息化厅、财政厅).
   */
  readonly find: (name: string, before?: string) => readonly RegisterUnit[];
  /** Units whose names resemble `name`, the likeliest first, at most three. */
  readonly candidates: (name: string) => readonly RegisterUnit[];
}

/** Prepares a register for looking up; a name, or what is left of one without level and ending, that two units claim is none of theirs. */
export function unitNames(register: readonly RegisterUnit[]): UnitNames {
  const byName = new Map<string, RegisterUnit | null>();
  const byId = new Map(register.map((unit) => [unit.unitId, unit]));
  for (const unit of register) {
    for (const name of new Set(namesOf(unit).map(plain))) byName.set(name, byName.has(name) ? null : unit);
  }
  const byStem = stemTable(register);
  const expanded = (unit: RegisterUnit): readonly RegisterUnit[] =>
    unit.members.length === 0 ? [unit] : unit.members.flatMap((unitId) => byId.get(unitId) ?? []);
  const exact = (name: string) => byName.get(plain(name)) ?? null;
  const single = (name: string, before: string): readonly RegisterUnit[] => {
    const found = [name, ...completed(name, before), ...withoutBrackets(name)].map(exact).find((unit) => unit !== null);
    if (found !== undefined && found !== null) return expanded(found);
    const [only, ...others] = new Set(stemsPrinted(plain(name)).flatMap((stem) => byStem.get(stem) ?? []));
    return only === undefined || others.length > 0 ? [] : [only];
  };
  return {
    find: (name, before = '') => {
      const found = single(name, before);
      if (found.length > 0 || !name.includes('、')) return found;
      const parts = name.split('、').map((part) => single(part, ''));
      return parts.every(({ length }) => length > 0) ? parts.flat() : [];
    },
    candidates: (name) =>
      likeliest(
        name,
        register.filter(({ members }) => members.length === 0),
      ),
  };
}

function stemTable(register: readonly RegisterUnit[]): ReadonlyMap<string, readonly RegisterUnit[]> {
  const table = new Map<string, RegisterUnit[]>();
  for (const unit of register.filter(({ members }) => members.length === 0)) {
    const stems = new Set(namesOf(unit).flatMap((name) => stemsOfUnit(plain(name))));
    for (const stem of stems) table.set(stem, [...(table.get(stem) ?? []), unit]);
  }
  return table;
}

function namesOf({ name, fullName, aliases }: RegisterUnit): readonly string[] {
  return [name, fullName, ...aliases];
}

// Width of brackets and blanks make no difference between two prints of one name.
function plain(name: string): string {
  return name
    .replaceAll(/\s/g, '')
    .replaceAll(/[（〔[〈]/g, '(')
    .replaceAll(/[）〕\]〉]/g, ')');
}

// A prefix is printed once for a list: at most four characters of the name before (市, 省, 镇江市, 市委).
function completed(name: string, before: string): readonly string[] {
  return [1, 2, 3, 4].filter((length) => length < before.length).map((length) => before.slice(0, length) + name);
}

function withoutBrackets(name: string): readonly string[] {
  const text = plain(name);
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  return open > 0 && close > open ? [text.slice(0, open) + text.slice(close + 1), text.slice(open + 1, close)] : [];
}

function likeliest(name: string, units: readonly RegisterUnit[]): readonly RegisterUnit[] {
  const scored = units.map((unit) => ({
    unit,
    score: Math.max(...namesOf(unit).map((each) => resemblance(name, each))),
  }));
  return scored
    .filter(({ score }) => score >= 0.25)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ unit }) => unit);
}

/** How much two texts have in common, 0–1: the share of pairs of neighbouring characters that both have. */
export function resemblance(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  if (pairs.size === 0 || others.size === 0) return one === other ? 1 : 0;
  const common = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * common) / (pairs.size + others.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...plain(text)];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
