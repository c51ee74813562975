import { placeOf } from './lines.ts';
import type { HeadingReading, NoticeReading, TaskReading } from './notice-reading.ts';
import { foldedText } from './source-text.ts';
import type { Span } from './span.ts';

/** A stretch from which nothing was read, with the reason; `null` for blanks. */
export interface LeftPart {
  readonly span: Span;
  readonly reason: string | null;
}

interface Around {
  readonly text: string;
  readonly facts: ReadonlySet<string>;
  readonly headings: readonly HeadingReading[];
  readonly tasks: readonly TaskReading[];
  readonly lastTaskEnd: number;
}

/** Says of stretches from which nothing was read why; neighbouring lines with one reason are one part. */
export function leftReasons(reading: NoticeReading, text: string): (span: Span) => LeftPart[] {
  const around: Around = {
    text,
    facts: new Set(
      [reading.title, reading.issuer, reading.documentNumber].flatMap((fact) => (fact === null ? [] : [plain(fact)])),
    ),
    headings: reading.headings.toSorted((one, other) => one.span[0] - other.span[0]),
    tasks: reading.tasks.toSorted((one, other) => one.span[0] - other.span[0]),
    lastTaskEnd: reading.tasks.reduce((last, { span }) => Math.max(last, span[1]), -1),
  };
  return (span) => {
    const parts: LeftPart[] = [];
    for (const line of linesOf(text, span)) {
      const words = plain(text.slice(...line));
      const previous = parts.at(-1);
      const isBlank = !/[\u4e00-\u9fa5A-Za-z0-9]/.test(words);
      const reason = isBlank ? (previous?.reason ?? null) : reasonOf(around, words, line);
      if (previous !== undefined && previous.reason === reason)
        parts[parts.length - 1] = { span: [previous.span[0], line[1]], reason };
      else parts.push({ span: line, reason });
    }
    return parts;
  };
}

/** Lines with the line ends that close them, so that nothing lies between two of them. */
function linesOf(text: string, [start, end]: Span): Span[] {
  const lines: Span[] = [];
  let from = start;
  while (from < end) {
    const found = placeOf(text, '\n', [from, end]);
    const to = found === -1 ? end : found + 1;
    lines.push([from, to]);
    from = to;
  }
  return lines;
}

function plain(text: string): string {
  return foldedText(text).replace(/\s/g, '');
}

function reasonOf(around: Around, words: string, line: Span): string {
  return reasonByWords(around, words) ?? reasonByPlace(around, line);
}

function reasonByWords({ facts }: Around, words: string): string | null {
  if (facts.has(words) || /^\d{4}年\d{1,2}月\d{1,2}日$/.test(words))
    return '文件的标题、文号、发文机关或者日期，已读入文件信息。';
  if (/^-?\d{1,4}-?$/.test(words)) return '页码。';
  if (/^附(?:件|表)[\d一二三四五六七八九十]{0,3}(?:[:.、]|$)/.test(words)) return '附件的名称，不是任务。';
  if (words.startsWith('|') || words.endsWith('|')) return '表头，或者表格中没有任务的行。';
  if (words.endsWith(':') && words.length <= 60 && /人民政府|部门|单位|机构/.test(words)) return '主送机关，不是任务。';
  return null;
}

function reasonByPlace({ text, headings, tasks, lastTaskEnd }: Around, [start]: Span): string {
  const over = lastBefore(headings, start);
  const before = lastBefore(tasks, start);
  if (over === undefined && before === undefined)
    return headings.length + tasks.length === 0
      ? '没有编号，也没有写明由谁负责，没有读出任务。'
      : '在第一个标题和第一项任务之前，作为正文前的说明，没有列为任务。';
  if (over !== undefined && (before === undefined || over.span[0] > before.span[0])) {
    const heading = text.slice(...over.span).trim();
    return `在“${heading.length > 30 ? `${heading.slice(0, 30)}……` : heading}”之下，没有写明由谁负责，没有列为任务。`;
  }
  return start >= lastTaskEnd
    ? '在最后一项任务之后，作为结尾，没有列为任务。'
    : '在两项任务之间，没有编号，也没有写明由谁负责，没有列为任务。';
}

/** The last of `placed`, which stand in order, that begins before `at`. */
function lastBefore<Placed extends { readonly span: Span }>(placed: readonly Placed[], at: number): Placed | undefined {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.span[0] ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return placed[low - 1];
}
