import stringWidth from 'string-width';

/** Writes one line to standard output. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Writes one JSON value on one line, for scripts. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value));
}

/** Writes a table whose columns line up in a terminal, Chinese characters counting two columns. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): void {
  const texts = [head, ...rows].map((row) => head.map((_, column) => String(row[column] ?? '')));
  const widths = head.map((_, column) => Math.max(...texts.map((row) => stringWidth(row[column] ?? ''))));
  const padded = (row: readonly string[]) => row.map((cell, column) => padEnd(cell, widths[column] ?? 0));
  const [first = [], ...others] = texts;
  print(padded(first).join('  ').trimEnd());
  print(widths.map((width) => '─'.repeat(width)).join('  '));
  for (const row of others) print(padded(row).join('  ').trimEnd());
}

/** Writes what a command gives: JSON for scripts, otherwise whatever `people` writes. */
export function output<T>(
  options: { readonly json?: boolean | undefined },
  value: T,
  people: (value: T) => void,
): void {
  if (options.json === true) printJson(value);
  else people(value);
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
