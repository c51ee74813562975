import type { GridCell, TableGrid } from '../table-grid.ts';
import type { PageItem } from './page-items.ts';
import { type PageLine, pageLines } from './page-lines.ts';
import type { PageRules, Rule } from './page-rules.ts';

/** A table that is printed with its lines. */
export interface PageTable {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  readonly grid: TableGrid;
  /** Where its columns end: parts of one table on several pages have these in common. */
  readonly edges: readonly number[];
}

/** The tables of a page, and the pieces of text that are in none. */
export interface TableSearch {
  readonly tables: readonly PageTable[];
  readonly rest: readonly PageItem[];
}

/** Lines that miss each other by no more meet. */
const tolerance = 3;
/** A drawing of lines is no table; the work grows with their product. */
const mostCrossings = 1_000_000;

/** Finds tables by their lines and puts the text into their cells; `lines` are those of the whole page, for their numbers. */
export function ruledTables(items: readonly PageItem[], rules: PageRules, lines: readonly PageLine[]): TableSearch {
  if (rules.level.length * rules.upright.length > mostCrossings) return { tables: [], rest: items };
  const tables: PageTable[] = [];
  let rest = items;
  for (const frame of framesOf(rules)) {
    const inside = rest.filter((item) => isInside(item, frame));
    if (inside.length === 0) continue;
    const taken = new Set(inside);
    const [top = 0, bottom = 0] = [frame.ys[0], frame.ys.at(-1)];
    rest = rest.filter((item) => !taken.has(item));
    tables.push({ page: lines[0]?.page ?? 1, top, bottom, grid: gridOf(frame, inside, lines), edges: frame.xs });
  }
  return { tables: tables.toSorted((one, other) => one.top - other.top), rest };
}

interface Frame extends PageRules {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** Groups of lines that cross each other, where they make at least two cells side by side. */
function framesOf({ level, upright }: PageRules): Frame[] {
  const groups = new Map<Rule, Set<Rule>>([...level, ...upright].map((rule) => [rule, new Set([rule])]));
  for (const across of level)
    for (const down of upright) {
      const [one, other] = [groups.get(across), groups.get(down)];
      if (one === undefined || other === undefined || one === other || !meet(across, down)) continue;
      for (const rule of other) {
        one.add(rule);
        groups.set(rule, one);
      }
    }
  return [...new Set(groups.values())].flatMap((group) => {
    const own = { level: level.filter((rule) => group.has(rule)), upright: upright.filter((rule) => group.has(rule)) };
    // A table may be open at its sides: then its lines end where the cells do.
    const xs = distinct([...own.upright.map(({ at }) => at), ...own.level.flatMap(({ from, to }) => [from, to])]);
    const ys = distinct([...own.level.map(({ at }) => at), ...own.upright.flatMap(({ from, to }) => [from, to])]);
    return own.upright.length > 0 && own.level.length > 0 && xs.length > 2 && ys.length > 1 ? [{ ...own, xs, ys }] : [];
  });
}

function meet(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - tolerance &&
    down.at <= across.to + tolerance &&
    across.at >= down.from - tolerance &&
    across.at <= down.to + tolerance
  );
}

function distinct(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of values.toSorted((one, other) => one - other))
    if (value - (kept.at(-1) ?? -Infinity) > tolerance) kept.push(value);
  return kept;
}

function isInside(item: PageItem, { xs, ys }: Frame): boolean {
  const [x, y] = centre(item);
  return x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0);
}

function centre({ left, right, base, size }: PageItem): [number, number] {
  return [(left + right) / 2, base - size * 0.35];
}

/** Positions between which no line stands are one cell. */
function gridOf(frame: Frame, items: readonly PageItem[], lines: readonly PageLine[]): TableGrid {
  const { xs, ys, level, upright } = frame;
  const [height, width] = [ys.length - 1, xs.length - 1];
  const owners = Array.from({ length: height * width }, (_, index) => index);
  const ownerOf = (index: number): number => (owners[index] === index ? index : ownerOf(owners[index] ?? index));
  for (let index = 0; index < owners.length; index += 1) {
    const [row, column] = [Math.floor(index / width), index % width];
    const [x, y] = [middle(xs, column), middle(ys, row)];
    if (column + 1 < width && !isRuled(upright, xs[column + 1] ?? 0, y)) owners[ownerOf(index + 1)] = ownerOf(index);
    if (row + 1 < height && !isRuled(level, ys[row + 1] ?? 0, x)) owners[ownerOf(index + width)] = ownerOf(index);
  }
  const held = new Map<number, PageItem[]>();
  for (const item of items) {
    const [x, y] = centre(item);
    const position = slot(ys, y) * width + slot(xs, x);
    const owner = ownerOf(position);
    held.set(owner, [...(held.get(owner) ?? []), item]);
  }
  const cells = new Map([...held].map(([owner, own]) => [owner, cellOf(own, cellWidth(frame, owner, ownerOf), lines)]));
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => cells.get(ownerOf(row * width + column)) ?? null),
  );
  return { rows, width };
}

function middle(values: readonly number[], index: number): number {
  return ((values[index] ?? 0) + (values[index + 1] ?? 0)) / 2;
}

function isRuled(rules: readonly Rule[], at: number, along: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= tolerance && rule.from <= along && rule.to >= along);
}

function slot(values: readonly number[], value: number): number {
  const next = values.findIndex((each) => each > value);
  return Math.max(0, (next === -1 ? values.length - 1 : next) - 1);
}

function cellWidth({ xs }: Frame, owner: number, ownerOf: (index: number) => number): number {
  const width = xs.length - 1;
  const column = owner % width;
  let end = column;
  while (end + 1 < width && ownerOf(owner - column + end + 1) === ownerOf(owner)) end += 1;
  return (xs[end + 1] ?? 0) - (xs[column] ?? 0);
}

/** Lines that fill the cell were cut by its width; a shorter one was ended on purpose. */
function cellOf(items: readonly PageItem[], width: number, lines: readonly PageLine[]): GridCell {
  let text = '';
  let isFull = true;
  for (const line of pageLines(items, 0)) {
    text += text === '' || isFull ? line.text : `\n${line.text}`;
    // The margins of a cell are a few points, and a sign that may not begin a line goes to the next with its letter.
    isFull = line.right - line.left >= width - 12 - line.size * 1.6;
  }
  const base = items.reduce((least, item) => Math.min(least, item.base), Infinity);
  return { text, place: { kind: 'page-line', page: lines[0]?.page ?? 1, line: lineAt(lines, base) } };
}

/** The number of the page's line in which a piece stands. */
export function lineAt(lines: readonly PageLine[], base: number): number {
  return lines.findLast((line) => line.base <= base + line.size * 0.5)?.line ?? 1;
}
