import { type PlainDate, isPlainDate } from '../plain-date.ts';
import { hanNumber } from './han-number.ts';
import { filledLines } from './lines.ts';
import { markAt } from './numbering.ts';
import { denseText, printedName, type SourceText, sourceText } from './source-text.ts';
import type { Span } from './span.ts';

/** What the notice says of itself; `null` where it does not. */
export interface DocumentFacts {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  readonly issuedOn: PlainDate | null;
  readonly planYear: number | null;
  /** The year that a phrase without one means: the plan's, or the latest that the text itself cites. */
  readonly assumedYear: number | null;
}

interface Frame {
  readonly source: SourceText;
  readonly lines: readonly Span[];
  readonly texts: readonly string[];
}

const genre =
  '(?:要点|意见|方案|计划|措施|规划|办法|分工表|分解表|任务表|责任表|项目表|任务书|清单|安排|通知|细则|纲要|任务|责任书|台账|政策|分工|分解|工程|目标)';
const titleEnd = new RegExp(`${genre}(?:\\([^()]*\\))?$`);
const documentNumber = /^[\u4e00-\u9fa5]{2,14}[[(]\d{4}[\])](?:第)?\d{1,4}号/;

/** Reads title, issuer, number, date and year from the lines around the plan. */
export function documentFacts(source: SourceText): DocumentFacts {
  const all = filledLines(source);
  // Long lines are the plan itself; only its frame is looked at.
  const lines = [...all.slice(0, 40), ...all.slice(-12)];
  const frame = {
    source,
    lines,
    texts: lines.map((line) => (line[1] - line[0] > 400 ? '' : denseText(source, line).text)),
  };
  const head = source.folded.slice(0, 4000);
  const title = quotedTitle(source, head) ?? standingTitle(frame) ?? openingTitle(source);
  const number = frame.texts.findIndex((text) => documentNumber.test(text));
  const numberText = documentNumber.exec(frame.texts[number] ?? '')?.[0] ?? null;
  const dated = dateLine(frame);
  const tail = dated === null ? tailDate(source) : null;
  const issuedOn = dated?.date ?? tail?.date ?? null;
  const stated = yearIn(title) ?? yearIn(numberText) ?? (issuedOn === null ? null : Number(issuedOn.slice(0, 4)));
  return {
    title,
    issuer: issuerNear(frame, dated?.index ?? -1) ?? tail?.issuer ?? labelledIssuer(frame),
    documentNumber: numberText === null ? null : printedStart(frame, number, numberText.length),
    issuedOn,
    planYear: stated,
    assumedYear: stated ?? citedYear(source.folded),
  };
}

function quotedTitle(source: SourceText, head: string): string | null {
  const found =
    /(?:现将|印发)?《([^《》\n]{4,80})》[^。\n]{0,60}(?:印发给你们|印发你们|现予印发|予以印发|现印发)/.exec(head) ??
    /关于印发《([^《》]{4,80})》的?通知/.exec(head);
  const title = found?.[1];
  if (found === null || title === undefined) return null;
  const start = found.index + found[0].indexOf(title);
  const dense = denseText(source, [start, start + title.length]);
  return printedName(source, dense, 0, dense.text.length);
}

/** A line of its own, or two that belong together, ending in a word for this kind of document. */
function standingTitle({ source, lines, texts }: Frame): string | null {
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? '';
    const line = lines[index];
    if (line === undefined || markAt(source.folded, line[0], 'line') !== null) break;
    if (text.length < 6 || text.length > 80 || !titleEnd.test(text) || /[。;:]/.test(text)) continue;
    const before = texts[index - 1] ?? '';
    const continued =
      /关于|促进|推进|加强|支持/.test(before) &&
      before.length < 50 &&
      !/[。;:,\])]$/.test(before) &&
      !titleEnd.test(before);
    const from = continued ? (lines[index - 1] ?? line)[0] : line[0];
    const dense = denseText(source, [from, line[1]]);
    return printedName(source, dense, 0, dense.text.length).replace(/^附件\d*[:：]?/, '');
  }
  return null;
}

const opening = new RegExp(
  `^[^,。;:!?\\n]{4,60}?${genre}(?=为(?:了|进|深|全|贯|加|切|推|扎|认)|各[市县区省]|根据|按照)`,
);

/** Where all stands in one line, the title opens it: …工作方案为全面推进…. */
function openingTitle(source: SourceText): string | null {
  const first = filledLines(source, [0, Math.min(source.folded.length, 400)])[0];
  if (first === undefined) return null;
  const title = opening.exec(source.folded.slice(...first))?.[0];
  return title === undefined ? null : source.printed.slice(first[0], first[0] + title.length);
}

const dayForm = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const hanDayForm = /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/;

function dateLine({ texts }: Frame): { readonly index: number; readonly date: PlainDate } | null {
  for (const [index, text] of texts.entries()) {
    const date = dayIn(text);
    if (date !== null) return { index, date };
  }
  return null;
}

function dayIn(text: string): PlainDate | null {
  const plain = dayForm.exec(text);
  const han = hanDayForm.exec(text);
  const parts = plain?.slice(1).map(Number) ?? han?.slice(1).map((part) => hanNumber(part) ?? 0);
  if (parts === undefined) return null;
  const [year = 0, month = 0, day = 0] = parts;
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isPlainDate(date) ? date : null;
}

/** Where all stands in one line, the issuer and the day close it: …国务院办公厅2020年7月15日(此件公开发布). */
function tailDate({ folded }: SourceText): { readonly date: PlainDate; readonly issuer: string | null } | null {
  const found = /。([\u4e00-\u9fa5]{2,20})?(\d{4}年\d{1,2}月\d{1,2}日)(?:\([^()]{0,20}\))?\s*$/.exec(
    folded.slice(-120),
  );
  const date = found === null ? null : dayIn(found[2] ?? '');
  return date === null ? null : { date, issuer: found?.[1] ?? null };
}

function issuerNear({ source, lines, texts }: Frame, dateIndex: number): string | null {
  const text = texts[dateIndex - 1] ?? '';
  const line = lines[dateIndex - 1];
  const isName =
    text.length >= 3 &&
    text.length <= 30 &&
    /^[\u4e00-\u9fa5]+$/.test(text) &&
    (source.words.units.endsAsUnit(text) || /(?:领导小组|委员会|国务院)$/.test(text));
  return line !== undefined && isName ? source.printed.slice(...line) : null;
}

function labelledIssuer({ texts }: Frame): string | null {
  for (const text of texts) {
    const found = /^(?:发文(?:部门|机关|单位)|发布机构|制发机关|印发单位)[:]([\u4e00-\u9fa5]{3,30})$/.exec(text);
    if (found?.[1] !== undefined) return found[1];
  }
  return null;
}

function printedStart({ source, lines }: Frame, index: number, length: number): string | null {
  const line = lines[index];
  return line === undefined ? null : printedName(source, denseText(source, line), 0, length);
}

function yearIn(text: string | null): number | null {
  const found = /(?<!\d)(20\d{2}|19\d{2})(?!\d)/.exec(sourceText(text ?? '').folded)?.[1];
  return found === undefined ? null : Number(found);
}

/** The latest year in the numbers of the documents that the text cites, else the earliest year that it plans for. */
function citedYear(folded: string): number | null {
  const cited = [...folded.matchAll(/[[(]((?:20|19)\d{2})[\])] ?\d{1,4} ?号/g)].map((match) => Number(match[1]));
  if (cited.length > 0) return cited.reduce((one, other) => Math.max(one, other));
  const planned = [...folded.matchAll(/(?<!\d)(20\d{2})年/g)].map((match) => Number(match[1]));
  return planned.length > 0 ? planned.reduce((one, other) => Math.min(one, other)) : null;
}
