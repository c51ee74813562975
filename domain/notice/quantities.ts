import { hanNumber } from './han-number.ts';
import type { MeasureKind, MeasureWords } from './measure-vocabulary.ts';
import type { Comparator } from './notice-reading.ts';

/** A figure with its measure in a dense sentence; `end` includes 以上 and its like. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** Where the measure ends and words such as 以上 begin. */
  readonly measureEnd: number;
  readonly value: number | readonly number[];
  readonly unit: string;
  readonly measure: MeasureKind;
  readonly comparator: Comparator;
  /** The wording bounds the figure (以上, 不少于, 控制在…), so that it cannot be a mere part of a name. */
  readonly isBounded: boolean;
  readonly isHan: boolean;
}

// 万元国内生产总值: a bare scale before money or size is a part of a name.
const isScale = /^[百千万]+$/;
const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 百万: 1e6, 千万: 1e7 };

/** The figures of a sentence that have a measure word, in order. */
export function quantitiesIn(
  measures: MeasureWords,
  text: string,
  printedComma: (index: number) => boolean,
): Quantity[] {
  const given = { measures, text, printedComma };
  const found: Quantity[] = [];
  for (const match of text.matchAll(/\d{1,12}(?:\.\d{1,6})?/g)) {
    if (match.index < (found.at(-1)?.end ?? 0)) continue;
    const quantity = digitQuantity(given, match);
    if (quantity !== null) found.push(quantity);
  }
  for (const match of text.matchAll(measures.hanForm)) {
    const quantity = hanQuantity(given, match);
    if (quantity !== null) found.push(quantity);
  }
  return found.toSorted((one, other) => one.start - other.start);
}

interface Given {
  readonly measures: MeasureWords;
  readonly text: string;
  readonly printedComma: (index: number) => boolean;
}

function digitQuantity(given: Given, match: RegExpExecArray): Quantity | null {
  const { measures, text, printedComma } = given;
  const start = match.index;
  let digits = match[0];
  let numberEnd = start + digits.length;
  // 1,200家: a comma of the keyboard between groups of three.
  while (
    printedComma(numberEnd) &&
    /^\d{1,3}$/.test(digits.slice(-3)) &&
    /^\d{3}(?!\d)/.test(text.slice(numberEnd + 1, numberEnd + 5)) &&
    digits.length <= 9
  ) {
    digits += text.slice(numberEnd + 1, numberEnd + 4);
    numberEnd += 4;
  }
  const percent = text.slice(Math.max(0, start - 3), start) === '百分之';
  if (percent) {
    const form = /(及?以上|左右|以内|及?以下)?/y;
    form.lastIndex = numberEnd;
    const after = form.exec(text)?.[1];
    return quantity(
      given,
      { start: start - 3, measureEnd: numberEnd, end: numberEnd + (after?.length ?? 0) },
      { value: Number(digits), unit: '%', after },
    );
  }
  if (/[A-Za-z+.\d第]/.test(text.charAt(start - 1))) return null;
  measures.tail.lastIndex = numberEnd;
  const rest = measures.tail.exec(text);
  if (rest === null) {
    const share = /^[%‰]/.exec(text.slice(numberEnd, numberEnd + 1))?.[0];
    if (share === undefined) return indexQuantity(given, { start, numberEnd, digits });
    return shareQuantity(given, { start, numberEnd, digits, share });
  }
  const [whole, sign, upper, more1, scale, more2, measure = '', more3, after] = rest;
  if (sign !== undefined && measure !== sign && upper === undefined)
    return shareQuantity(given, { start, numberEnd, digits, share: sign });
  const factor = scales[scale ?? ''] ?? 1;
  const unit = (scale !== undefined && factor === 1 ? scale : '') + measure;
  const more = more1 ?? more2 ?? more3;
  const value = upper === undefined ? Number(digits) * factor : [Number(digits) * factor, Number(upper) * factor];
  const end = numberEnd + whole.length;
  return quantity(given, { start, measureEnd: end - (after?.length ?? 0), end }, { value, unit, after, more, measure });
}

/** 价格指数控制在103.5以内, 水平指数达69左右, 用户突破5000万: an index has no measure and people are left unsaid, but the words around make it a figure. */
function indexQuantity(given: Given, { start, numberEnd, digits }: Omit<ShareParts, 'share'>): Quantity | null {
  const { text } = given;
  const [, scale = '', after] =
    /^(万亿|万|亿)?(及?以上|以内|及?以下|左右)?(?=[,。;、)]|$)/.exec(text.slice(numberEnd, numberEnd + 6)) ?? [];
  const before = text.slice(Math.max(0, start - 12), start);
  const isKept = after !== undefined && /(?:控制在|保持在|稳定在)$/.test(before);
  const isIndex = scale === '' && /指数[^,。;]{0,4}(?:达|至|到|为|过|于|在)$/.test(before);
  const isScaled =
    scale !== '' &&
    /(?:用户|人数|人口|总量|数量|[\u4e00-\u9fa5]数)[^,。;]{0,3}(?:突破|超过|超|达到|达|至)$/.test(before);
  if (!isKept && !isIndex && !isScaled) return null;
  const measureEnd = numberEnd + scale.length;
  return quantity(
    given,
    { start, measureEnd, end: measureEnd + (after?.length ?? 0) },
    { value: Number(digits), unit: scale, after },
  );
}

interface ShareParts {
  readonly start: number;
  readonly numberEnd: number;
  readonly digits: string;
  readonly share: string;
}

function shareQuantity(given: Given, { start, numberEnd, digits, share }: ShareParts): Quantity {
  const { text } = given;
  const form = /(?:\(含\))?(及?以上|之上|左右|上下|以内|之内|及?以下)?/y;
  form.lastIndex = numberEnd + 1;
  const after = form.exec(text);
  const end = numberEnd + 1 + (after?.[0].length ?? 0);
  return quantity(
    given,
    { start, measureEnd: numberEnd + 1, end },
    { value: Number(digits), unit: share, after: after?.[1] },
  );
}

function hanQuantity(given: Given, match: RegExpExecArray): Quantity | null {
  const { measures, text } = given;
  const [whole, numeral = '', measure = '', after] = match;
  const value = hanNumber(numeral);
  if (
    value === null ||
    value === 0 ||
    (isScale.test(numeral) && measures.kinds.get(measure) !== 'count') ||
    /\d/.test(text.charAt(match.index - 1))
  )
    return null;
  const end = match.index + whole.length;
  const built = quantity(
    given,
    { start: match.index, measureEnd: end - (after?.length ?? 0), end },
    { value, unit: measure, after, measure },
  );
  return built === null ? null : { ...built, isHan: true };
}

interface Place {
  readonly start: number;
  readonly measureEnd: number;
  readonly end: number;
}

interface Figure {
  readonly value: number | readonly number[];
  readonly unit: string;
  readonly measure?: string;
  readonly after?: string | undefined;
  readonly more?: string | undefined;
}

function quantity(
  { measures, text }: Given,
  place: Place,
  { value, unit, measure = unit, after, more }: Figure,
): Quantity {
  const lead = text.slice(Math.max(0, place.start - 10), place.start);
  const bounded = comparatorOf(lead, after, more);
  const comparator = typeof value === 'number' ? (bounded ?? '=') : 'range';
  return {
    ...place,
    value,
    unit: unit.replace(/^个(?=百分点)/, ''),
    measure: measures.kinds.get(measure) ?? 'count',
    comparator,
    isBounded: bounded !== null,
    isHan: false,
  };
}

const leads: readonly (readonly [form: RegExp, comparator: Comparator])[] = [
  [/(?:不少于|不低于|不小于|不下于|至少|大于等于|≥|>=|不得少于|不得低于)(?:达到|达)?$/, '>='],
  [/至少[^,、;]{1,8}$/, '>='],
  [/(?:不超过|不高于|不大于|不多于|至多|最多|最高|不突破|不得超过|≤|<=)(?:达到|达)?$/, '<='],
  [/(?:超过|突破|高于|多于|大于|逾|超|>)(?:了|达)?$/, '>'],
  [/(?:低于|少于|小于|不足|不到|<)$/, '<'],
  [/(?:约|大约|将近|接近|近)$/, '~'],
];

function comparatorOf(lead: string, after: string | undefined, more: string | undefined): Comparator | null {
  for (const [form, comparator] of leads) if (form.test(lead)) return comparator;
  if (more !== undefined) return '>';
  if (after === undefined) return lead.endsWith('控制在') ? '<=' : null;
  if (/以上|之上/.test(after)) return '>=';
  if (/左右|上下/.test(after)) return '~';
  return '<=';
}
