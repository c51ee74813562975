import type { Column } from './column.ts';

// A cell that begins so would be taken for a formula by the programs that open the file.
const formulaStart = /^[=+\-@\t\r]/;

/** The rows as CSV for the usual office programs: with a byte order mark, quoted, and no cell that could be a formula. */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ text }) => text(row)))];
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The columns that say something in words: those of buttons are of no use off the screen. */
export function wordedColumns<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): readonly Column<Row>[] {
  return columns.filter(({ text }) => rows.length === 0 || rows.some((row) => text(row) !== null));
}

/** The rows as the server makes a workbook of them. */
export function tableOf<Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]) {
  const said = wordedColumns(columns, rows);
  return {
    title,
    columns: said.map((column) => column.title),
    rows: rows.map((row) => said.map(({ text }) => text(row))),
  };
}

/** Hands bytes to the browser as a file to keep. */
export function saveFile(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
