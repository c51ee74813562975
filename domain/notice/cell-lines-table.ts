import { assignCells, isNames, mostPieces } from './cell-assignment.ts';
import { cellStream } from './cell-stream.ts';
import { cellsFrom } from './flat-table.ts';
import { dividedColumns, headColumns, lowerRowLength } from './table-head.ts';
import type { SourceText } from './source-text.ts';
import type { Span } from './span.ts';
import type { Table, TableRow } from './table.ts';
import { isUnitColumn, type TableColumn } from './table-columns.ts';
import type { UnitWords } from './unit-vocabulary.ts';

const mostColumns = 14;
const probeCells = 240;

/** Reads a table printed one cell a line, with or without bars around the cells, from `lines[first]` on. */
export function cellLinesTable(source: SourceText, lines: readonly Span[], first: number): ReadTable | null {
  const head = headOf(source, cellStream(source, lines, first, mostColumns + 1).cells);
  const columns = head === null ? null : (dividedHead(source, head) ?? headColumns(source, head));
  if (head === null || columns === null) return null;
  const input = { source, lines, first, head, columns };
  // Only as far as the table goes, so that many small tables cost no more than their text.
  for (let most = probeCells; ; most *= 4) {
    const read = tableOf(input, most);
    if (read === null || read.isWhole) return read;
  }
}

interface ReadTable {
  readonly table: Table;
  readonly next: number;
  /** The table ended before the cells that were looked at. */
  readonly isWhole: boolean;
}

interface TableInput {
  readonly source: SourceText;
  readonly lines: readonly Span[];
  readonly first: number;
  readonly head: readonly Span[];
  readonly columns: readonly TableColumn[];
}

function tableOf({ source, lines, first, head, columns: found }: TableInput, most: number): ReadTable | null {
  const stream = cellStream(source, lines, first, most);
  const body = stream.cells.slice(head.length);
  const texts = body.map((cell) => source.folded.slice(...cell).replace(/\s/g, ''));
  const columns = withNumbers(found, texts);
  const isNumbered = columns.some(({ kind }) => kind === 'number');
  const groups =
    stream.isBarred && !isNumbered ? equalGroups(texts.length, columns.length) : rowGroups(source, texts, columns);
  const { rows, failed } = rowsOf({ source, body, texts, columns }, groups);
  if (rows.length === 0) return null;
  const used = head.length + (groups.at(-1)?.end ?? 0);
  const next = stream.nextLine[used - 1] ?? lines.length;
  const table = { span: [head[0]?.[0] ?? 0, lines[next - 1]?.[1] ?? 0] as const, columns, head, rows, failed };
  return { table, next, isWhole: used < stream.cells.length || stream.cells.length < most };
}

function headOf(source: SourceText, cells: readonly Span[]): Span[] | null {
  const isHead = (cell: Span) =>
    cell[1] > cell[0] &&
    cell[1] - cell[0] <= 24 &&
    source.words.columns.columnOf(source.folded.slice(...cell)) !== null;
  const end = cells.findIndex((cell) => !isHead(cell));
  return end < 3 ? null : cells.slice(0, end);
}

/** A head of two rows, one cell a line: the words of the second row stand at its end. */
function dividedHead(source: SourceText, head: readonly Span[]): TableColumn[] | null {
  const announced = head.flatMap((cell) => source.words.columns.columnOf(source.folded.slice(...cell)) ?? []);
  const length = lowerRowLength(announced);
  return length === 0 ? null : dividedColumns(announced.slice(0, -length), announced.slice(-length));
}

/** Rows may be numbered in a column that shares its head with the one before it. */
function withNumbers(columns: readonly TableColumn[], texts: readonly string[]): readonly TableColumn[] {
  if (columns.some(({ kind }) => kind === 'number')) return columns;
  const place = texts.indexOf('1');
  if (place === -1 || place > 2 || !texts.includes('2')) return columns;
  return [...columns.slice(0, place), { kind: 'number', label: '序号' }, ...columns.slice(place)];
}

interface Group {
  readonly start: number;
  readonly end: number;
}

const endsTable = /^(?:附件|抄送|\(此件|注:|[一二三四五六七八九十]{1,3}、|\d{4}年\d{1,2}月\d{1,2}日$)/;

/** Where bars part all cells and no cell is merged away, a row is so many cells. */
function equalGroups(count: number, size: number): Group[] {
  return Array.from({ length: Math.floor(count / size) }, (_, index) => ({
    start: index * size,
    end: (index + 1) * size,
  }));
}

/** A row begins with the next number, or, without a column of numbers, where text follows names or a date. */
function rowGroups(source: SourceText, texts: readonly string[], columns: readonly TableColumn[]): Group[] {
  const { units } = source.words;
  const isNumbered = columns.some(({ kind }) => kind === 'number');
  const groups: { start: number; end: number }[] = [];
  let expected = 1;
  for (const [index, text] of texts.entries()) {
    const open = groups.at(-1);
    if (columns[0]?.kind === 'number' && isSectionRow(text, texts[index + 1], expected)) {
      groups.push({ start: index, end: index + 1 });
      continue;
    }
    const number = isNumbered ? /^(\d{1,3})[.、]?$/.exec(text)?.[1] : undefined;
    const isNext = number !== undefined && (Number(number) === expected || open === undefined);
    const starts = isNumbered
      ? isNext
      : open === undefined || isComplete(units, { row: texts.slice(open.start, index), text }, columns);
    if (starts) {
      expected = Number(number ?? 0) + 1;
      groups.push({ start: index, end: index + 1 });
    } else if (open === undefined) {
      if (index >= columns.length) break;
    } else if (index - open.start >= mostPieces || (endsTable.test(text) && columns[0]?.kind === 'number')) {
      break;
    } else {
      open.end = index + 1;
    }
  }
  return groups;
}

/** 二、优化服务 over the rows below it, which go on with the next number. */
function isSectionRow(text: string, next: string | undefined, expected: number): boolean {
  return (
    /^(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)])/.test(text) &&
    text.length <= 40 &&
    !text.includes('。') &&
    Number(/^(\d{1,3})[.、]?$/.exec(next ?? '')?.[1] ?? 0) === expected
  );
}

function isComplete(
  units: UnitWords,
  { row, text }: { readonly row: readonly string[]; readonly text: string },
  columns: readonly TableColumn[],
): boolean {
  if (columns.length === row.length) return true;
  const last = columns.at(-1)?.kind ?? 'text';
  return isUnitColumn(last) && text.length > 6 && !isNames(units, text) && row.some((cell) => isNames(units, cell));
}

interface Body {
  readonly source: SourceText;
  readonly body: readonly Span[];
  readonly texts: readonly string[];
  readonly columns: readonly TableColumn[];
}

/**
 * Takes the rows apart. Where the number is not the first column, what stands between two numbers ends with the first
 * cells of the next row: the columns are turned, and the cells handed on.
 */
function rowsOf(
  { source, body, texts, columns }: Body,
  groups: readonly Group[],
): { rows: TableRow[]; failed: Span[] } {
  const turn = Math.max(
    0,
    columns.findIndex(({ kind }) => kind === 'number'),
  );
  const turned = [...columns.slice(turn), ...columns.slice(0, turn)];
  const rows: TableRow[] = [];
  const failed: Span[] = [];
  let opening: readonly Span[] = cellsFor(body.slice(0, groups[0]?.start ?? 0), turn);
  for (const [index, { start, end }] of groups.entries()) {
    const isLast = index === groups.length - 1;
    const own = isLast ? columns.slice(turn) : turned;
    const cells = body.slice(start, end);
    const row = texts.slice(start, end);
    const [only] = cells;
    if (turn === 0 && cells.length === 1 && only !== undefined && columns.length > 2) {
      rows.push({ span: only, cells: columns.map((_, place): Span => (place === 0 ? only : [only[1], only[1]])) });
      continue;
    }
    const isWhole = turn === 0 && row.length === columns.length && row.filter((text) => text !== '').length === 1;
    const counts = isWhole
      ? row.map(() => 1)
      : (assignCells(source.words.units, row, own) ??
        (isLast ? null : assignCells(source.words.units, row, columns.slice(turn))));
    if (counts === null) {
      failed.push([cells[0]?.[0] ?? 0, cells.at(-1)?.[1] ?? 0]);
      opening = cellsFor([], turn);
      continue;
    }
    const given = cellsFrom(cells, counts);
    const all = [...opening, ...given.slice(0, columns.length - turn)];
    const filled = all.filter((cell) => cell[1] > cell[0]);
    rows.push({ span: [filled[0]?.[0] ?? 0, filled.reduce((last, cell) => Math.max(last, cell[1]), 0)], cells: all });
    const rest = given.slice(columns.length - turn);
    opening = rest.length === turn ? rest : cellsFor([], turn);
  }
  return { rows, failed };
}

/** The last `count` of `cells`, with blank ones before them where there are fewer. */
function cellsFor(cells: readonly Span[], count: number): Span[] {
  const own = cells.slice(Math.max(0, cells.length - count));
  const at = own[0]?.[0] ?? 0;
  return [...Array.from({ length: count - own.length }, (): Span => [at, at]), ...own];
}
