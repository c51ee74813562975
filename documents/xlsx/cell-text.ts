import type { Cell, CellRichTextValue } from 'exceljs';

/** A cell as people see it: days as days, shares with their sign, several lines kept apart. */
export function cellText({ value, numFmt }: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n');
  if (typeof value === 'number') return numberText(value, numFmt);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return dayText(value, numFmt);
  if ('richText' in value) return richText(value);
  if ('hyperlink' in value) return linkText(value.text);
  return 'error' in value ? value.error : '';
}

function richText({ richText: runs }: CellRichTextValue): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .replace(/\r\n?/g, '\n');
}

/** The text of a link is rich text where parts of it are set apart, whatever its type says. */
function linkText(text: string | CellRichTextValue): string {
  return typeof text === 'string' ? text : richText(text);
}

/** Fifteen digits are what a workbook keeps: what stands behind them comes from binary fractions. */
function numberText(value: number, format: string | undefined): string {
  const isShare = format?.includes('%') === true;
  return `${Number((isShare ? value * 100 : value).toPrecision(15))}${isShare ? '%' : ''}`;
}

/** A workbook keeps a day without a zone; the library hands it out as that day in UTC. */
function dayText(value: Date, format: string | undefined): string {
  const shown = (format ?? '').toLowerCase().replace(/"[^"]*"|\[[^\]]*\]/g, '');
  const year = shown === '' || shown.includes('y') ? `${value.getUTCFullYear()}年` : '';
  const month = shown === '' || shown.includes('m') ? `${value.getUTCMonth() + 1}月` : '';
  const day = shown === '' || shown.includes('d') ? `${value.getUTCDate()}日` : '';
  return `${year}${month}${day}`;
}
