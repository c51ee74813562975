import { type ClauseReading, readClause } from './clause.ts';
import { clauseRules } from './clause-rules.ts';
import type { FoundClause } from './find-clauses.ts';
import type { BlanketRule, HeadingReading, UnreadPassage } from './notice-reading.ts';
import { markAt } from './numbering.ts';
import { denseText, printedName, type SourceText } from './source-text.ts';
import type { Span } from './span.ts';
import type { Table, TableRow } from './table.ts';
import { type ColumnKind, isUnitColumn } from './table-columns.ts';
import type { TaskDraft } from './task-draft.ts';
import { sentenceEnd, titleOf } from './task-title.ts';
import { nobody } from './unit-vocabulary.ts';

/** What a table gives; its rules stand in its head. */
export interface TableReading {
  readonly tasks: readonly TaskDraft[];
  readonly headings: readonly HeadingReading[];
  readonly rules: readonly BlanketRule[];
  readonly unread: readonly UnreadPassage[];
}

interface Merged {
  number: string;
  title: string | null;
  category: string | null;
  clauses: readonly FoundClause[];
  /** Number and title of the open item stand in one cell, so what stands beside it is its text. */
  isNumberedInCell: boolean;
}

/** Makes a task of each row; cells left blank by merging take the value of the row above. */
export function tableTasks(source: SourceText, table: Table, path: readonly string[]): TableReading {
  const above: Merged = { number: '', title: null, category: null, clauses: [], isNumberedInCell: false };
  const tasks: TaskDraft[] = [];
  const headings: HeadingReading[] = [];
  for (const row of table.rows) {
    const heading = headingOf(source, table, row, above);
    if (heading !== null) {
      headings.push({ level: path.length + 1, text: heading.text, span: heading.span });
      above.category = heading.text;
      if (heading.isWholeRow) continue;
    }
    const draft = rowTask(source, table, row, above);
    if (draft === null) continue;
    const section = above.category === null ? path : [...path, above.category];
    tasks.push({ ...draft, sectionPath: section });
  }
  const unread = table.failed.map((span) => ({
    span,
    text: source.printed.slice(...span),
    reason: '表格的这一行分不清各列，请对照原表填写。',
  }));
  return { tasks, headings, rules: headRules(source, table), unread };
}

interface RowHeading {
  readonly text: string;
  readonly span: Span;
  readonly isWholeRow: boolean;
}

/** A new cell of the category column, or a row that holds one cell only. */
function headingOf(source: SourceText, table: Table, row: TableRow, above: Merged): RowHeading | null {
  const { columns } = table;
  const { cells } = row;
  const filled = cells.filter(([start, end]) => end > start);
  const only = filled[0];
  if (filled.length === 1 && only !== undefined && columns.length > 2 && only[1] - only[0] <= 60) {
    return { text: source.printed.slice(...only), span: only, isWholeRow: true };
  }
  const place = columns.findIndex(({ kind }) => kind === 'category');
  const cell = cells[place];
  if (cell === undefined || cell[0] === cell[1] || numberedCell(source, table, row)?.cell === cell) return null;
  const text = source.printed.slice(...cell);
  return text === above.category ? null : { text, span: cell, isWholeRow: false };
}

/** A cell such as 1.企业开办 in a table without a column of numbers: the item's number and title. */
interface NumberedCell {
  readonly number: string;
  readonly cell: Span;
  readonly title: Span;
}

function numberedCell(source: SourceText, { columns }: Table, { cells }: TableRow): NumberedCell | null {
  if (columns.some(({ kind }) => kind === 'number')) return null;
  const place = columns.findIndex(({ kind }) => kind === 'category' || kind === 'title');
  const cell = cells[place];
  const mark = cell === undefined || cell[0] === cell[1] ? null : markAt(source.folded, cell[0], 'line');
  if (cell === undefined || mark === null || mark.end >= cell[1]) return null;
  const isItem = columns[place]?.kind === 'title' || mark.style === 'arabic' || mark.style === 'named';
  return isItem ? { number: mark.number, cell, title: [mark.end, cell[1]] } : null;
}

function rowTask(source: SourceText, table: Table, row: TableRow, above: Merged): TaskDraft | null {
  const { columns } = table;
  const { span, cells } = row;
  const of = (kind: ColumnKind) => cells.filter(([start, end], index) => columns[index]?.kind === kind && end > start);
  const number = of('number')[0];
  const numbered = numberedCell(source, table, row);
  const isNewItem = number !== undefined || numbered !== null;
  if (numbered !== null) above.number = numbered.number;
  if (number !== undefined) above.number = source.folded.slice(...number).replace(/[^\d一二三四五六七八九十百]/g, '');
  const own = of('title')[0];
  const title = numbered?.title ?? own;
  const beside = numbered === null || numbered.cell === own || own === undefined ? [] : [own];
  const texts = [...beside, ...of('text'), ...of('progress')].toSorted(([one], [other]) => one - other);
  if (title !== undefined) above.title = cellTitle(source, title);
  const clauses = rowClauses(source, columns, cells);
  if (texts.length === 0 && title === undefined && clauses.length === 0) return null;
  const named = clauses.some(({ clause }) => clause.units.length > 0);
  if (named) above.clauses = clauses;
  return {
    number: above.number,
    parent: null,
    title: above.title ?? (texts[0] === undefined ? null : titleOf(source, texts[0], texts[0][1])),
    sectionPath: [],
    span,
    body: title === undefined ? texts : [title, ...texts],
    clauses: named
      ? clauses
      : isNewItem && !namesFirst(columns)
        ? clauses
        : [...clauses, ...unitClauses(above.clauses)],
    times: of('time').filter((cell) => !nobody.test(source.folded.slice(...cell))),
  };
}

function unitClauses(clauses: readonly FoundClause[]): readonly FoundClause[] {
  return clauses.filter(({ clause }) => clause.units.length > 0);
}

/** Where the units stand before the work, one cell of them is for all the rows down to the next. */
function namesFirst(columns: Table['columns']): boolean {
  const work = columns.findIndex(({ kind }) => kind === 'title' || kind === 'text' || kind === 'number');
  return columns.slice(0, Math.max(0, work)).some(({ kind }) => isUnitColumn(kind));
}

function rowClauses(source: SourceText, columns: Table['columns'], cells: readonly Span[]): FoundClause[] {
  return cells.flatMap((cell, index) => {
    const column = columns[index];
    if (column === undefined || cell[0] === cell[1] || nobody.test(source.folded.slice(...cell))) return [];
    if (isUnitColumn(column.kind)) {
      const clause = readClause(source, cell, { defaultRole: column.kind, label: column.label });
      return clause === null ? [] : [{ outer: cell, clause }];
    }
    return column.kind === 'person' ? [{ outer: cell, clause: personClause(source, cell, column.label) }] : [];
  });
}

function personClause(source: SourceText, cell: Span, role: string): ClauseReading {
  const dense = denseText(source, cell);
  const names = dense.text.split(/[、,;]/).filter((name) => name !== '');
  const persons = names.map((name) => ({ role, name }));
  return { span: cell, units: [], persons, openEnded: false, rules: [], times: [], isLabelled: true };
}

function cellTitle(source: SourceText, cell: Span): string | null {
  const dense = denseText(source, cell);
  const stop = sentenceEnd(dense.text);
  const title = printedName(source, dense, 0, stop === -1 ? dense.text.length : stop);
  return title === '' ? null : title;
}

/** 责任单位(排在第一位的为牵头单位): a rule in the table's head. */
function headRules(source: SourceText, { head }: Table): BlanketRule[] {
  return head.flatMap((cell) => {
    const dense = denseText(source, cell);
    const note = /[([]([^()[\]]*)[)\]]/.exec(dense.text);
    if (note?.[1] === undefined) return [];
    const start = note.index + 1;
    const inner = { text: note[1], at: dense.at.subarray(start, start + note[1].length) };
    return [...clauseRules(source, inner).rules];
  });
}
