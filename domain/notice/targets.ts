import { bracketDepths } from './brackets.ts';
import { targetKind } from './measure-vocabulary.ts';
import type { Commitment, TargetReading } from './notice-reading.ts';
import { quantitiesIn, type Quantity } from './quantities.ts';
import { quotedParts } from './sentences.ts';
import { type DenseText, printedPart, type SourceText, sourceSpan } from './source-text.ts';
import {
  cap,
  countedSubsidy,
  describes,
  doneAfter,
  entitlement,
  ownGrowth,
  past,
  strongVerb,
  otherWord,
  standing,
  structure,
  subsidy,
} from './target-vocabulary.ts';
import type { TimePhrase } from './time-phrases.ts';
import type { Words } from './words.ts';

/** A target with its place in the sentence, for what is read beside it. */
export interface FoundTarget {
  readonly target: TargetReading;
  readonly start: number;
  readonly end: number;
}

interface Sentence {
  readonly text: string;
  readonly quoted: Uint8Array;
  readonly depths: Uint8Array;
  readonly times: readonly TimePhrase[];
  readonly words: Words;
}

/** The figures of a sentence that it commits to. */
export function targetsIn(source: SourceText, dense: DenseText, times: readonly TimePhrase[]): FoundTarget[] {
  const { text } = dense;
  const { words } = source;
  if (!/[\d一二两三四五六七八九十百千万]/.test(text)) return [];
  const sentence: Sentence = { text, quoted: quotedParts(text), depths: bracketDepths(text), times, words };
  const isPlainComma = (index: number) => source.printed.charAt(dense.at[index] ?? -1) === ',';
  const figures = quantitiesIn(words.measures, text, isPlainComma).filter((quantity) =>
    isCommitment(sentence, quantity),
  );
  return joinLists(text, figures).map((quantity) => {
    const [start, end] = phraseAround(sentence, quantity);
    const commitment = commitmentOf(words, text, Math.max(start, quantity.start));
    const { value, unit, comparator } = quantity;
    const target: TargetReading = {
      text: printedPart(source, dense, start, end),
      value,
      unit,
      comparator,
      binding: commitment !== '力争',
      commitment,
      kind: targetKind(quantity.measure, unit, value),
      span: sourceSpan(dense, start, end),
    };
    return { target, start, end };
  });
}

function isCommitment(sentence: Sentence, quantity: Quantity): boolean {
  const { text, quoted, depths, times, words } = sentence;
  const { start, end } = quantity;
  if (quoted[start] === 1 || times.some((time) => start < time.end && time.start < end)) return false;
  const partStart = lastIndexOfAny(text, ',。;:', start) + 1;
  const partEnd = firstIndexOfAny(text, ',。;', end);
  const before = text.slice(partStart, start);
  const after = text.slice(end, partEnd);
  if (depths[start] !== 0 && !/其中/.test(before) && !(quantity.isBounded && /不低于|不少于/.test(before)))
    return false;
  if (isBase(before, after) || past.test(before) || describes.test(before)) return false;
  const described = text.slice(quantity.measureEnd, partEnd).replace(/\([^()]*\)/g, '');
  if (!isDayCount(quantity, before) && isAttribute(quantity, described, after.replace(/^\([^()]*\)/, ''))) return false;
  const whole = text.slice(partStart, partEnd);
  if (
    cap.test(whole) ||
    // 选拔资助100名: so many people are a figure of the plan even where they are paid.
    (quantity.measure === 'count' ? countedSubsidy : subsidy).test(whole) ||
    (quantity.measure !== 'count' && !ownGrowth.test(before) && isPartOfSubsidy(text, partStart, partEnd))
  )
    return false;
  switch (quantity.measure) {
    case 'time':
      return isDayCount(quantity, before) || isWorkLimit(text, quantity, { before, after });
    case 'share':
      // What is taken as a fee or a rate is a rule; a rate that is brought down is a result.
      return !/收取|征收|计提|缴纳|持股|税率|利率/.test(before) || /下降|降低|压降|压减|下浮/.test(before);
    case 'money':
    case 'size':
      return (
        quantity.isBounded || words.commits.test(before) || isListed(sentence, quantity, partStart) || before.length > 3
      );
    case 'count':
      return isCount(sentence, quantity, { before, after, partStart });
  }
}

/** The words of a subsidy stand just before its rates and caps, or just after them. */
function isPartOfSubsidy(text: string, partStart: number, partEnd: number): boolean {
  const from = lastIndexOfAny(text, ',。;:', Math.max(0, partStart - 1)) + 1;
  const to = firstIndexOfAny(text, ',。;', partEnd + 1);
  return subsidy.test(text.slice(from, to));
}

/** From 60% to 80%: only the second figure is promised. */
function isBase(before: string, after: string): boolean {
  return (
    /(?:由|从)[^,]{0,20}$/.test(before) &&
    /^[^,]{0,14}(?:提|增|升|扩|压|降|缩|减|调|拓展|到|至)/.test(after) &&
    !/网络|现场|跑/.test(before.slice(-3))
  );
}

// 20户以上自然村, 100人以上企业: the figure says which.
const sizedPlace = /^(?:及?以上|及?以下)(?:的)?(?:自然村|行政村|村|企业|单位|小区|社区|学校|场所)/;

/** 5000万元以上的企业: the figure says what kind of thing is meant. Shares do not work that way. */
function isAttribute({ measure, isBounded, isHan, comparator }: Quantity, fromMeasure: string, after: string): boolean {
  if (measure === 'share') return /^(?:以上|以下)?的(?:企业|项目|单位|个人|人员|用户|,|$)/.test(fromMeasure);
  if (after.startsWith('的') || after === '的') return true;
  if (measure === 'time') return /^(?:以上|以下)/.test(fromMeasure);
  if (measure === 'count') return isBounded && sizedPlace.test(fromMeasure);
  if (measure === 'money' && comparator === '>' && /^(?:企业|项目|园区|集群|产业|镇|村)/.test(fromMeasure)) return true;
  return (
    (measure === 'money' || (measure === 'size' && !isHan)) &&
    isBounded &&
    /^(?:及?以上|及?以下)[\u4e00-\u9fa5“\d]/.test(fromMeasure)
  );
}

/** 优良天数达到310天以上: so many days are the result, not the limit of some work. */
function isDayCount({ measure }: Quantity, before: string): boolean {
  return measure === 'time' && /(?:天数|日数|时长)[^,]{0,8}$/.test(before);
}

interface Around {
  readonly before: string;
  readonly after: string;
}

function isWorkLimit(text: string, { start, end, unit, isBounded }: Quantity, { before, after }: Around): boolean {
  if (entitlement.test(before) || /(?:起|后|前|提前|每|近|隔|工作)$/.test(before)) return false;
  if (/(?:压缩|缩短|压减|缩减|控制|减少|降|提速|精简)[^,]{0,12}$/.test(before)) return true;
  if (isBounded && /(?:时间|时限|用时|周期|工期)[^,]{0,6}$/.test(before)) return true;
  if (unit.endsWith('年') || unit.endsWith('月') || unit === '周') return false;
  const within = text.slice(start, end).endsWith('内');
  return (
    within &&
    /完成|办结|办理|审批|答复|反馈|响应|出具|拨付|处置|受理|回应|送达|到位|审核|办好/.test(text.slice(start)) &&
    !/^[^,]{0,4}的/.test(after)
  );
}

function isCount(
  sentence: Sentence,
  quantity: Quantity,
  { before, after, partStart }: Around & { partStart: number },
): boolean {
  const { text } = sentence;
  const { commits } = sentence.words;
  // 7个重大项目开工率100%: the rate is promised, of so many.
  if (/^[^,\d]{2,16}率[^,\d]{0,6}\d/.test(after)) return false;
  if (otherWord.test(text.slice(quantity.measureEnd - 1, quantity.measureEnd + 1))) return false;
  if (structure.test(text.slice(quantity.measureEnd, quantity.measureEnd + 6)) || quantity.unit === '类') return false;
  if (/(?:第|每|前|同比|排名|位列|位居|进入|一|再|各)$/.test(before))
    return before.endsWith('各') && commits.test(before);
  if (quantity.isHan) return isHanCount(commits, quantity, before);
  if (quantity.isBounded) return true;
  if (
    before.endsWith('等') &&
    !/完成|建成|新建|开工|竣工|建设|实施|培育|引进|打造|创建|新增|制定|出台/.test(text.slice(0, quantity.start))
  )
    return false;
  return (
    commits.test(before) ||
    isListed(sentence, quantity, partStart) ||
    doneAfter.test(after) ||
    closesPart(text.slice(0, quantity.start), before, after) ||
    /(?:数|量|规模)(?:达|达到)?$/.test(before)
  );
}

/** 加装电梯200部: a thing and its figure, and nothing more, whatever the verb. */
function closesPart(lead: string, before: string, after: string): boolean {
  return after === '' && !standing.test(lead) && /^[\u4e00-\u9fa5“”A-Za-z]{4,}$/.test(before);
}

/** 百个, 千家, 万名 after a verb are figures; 一个 hardly ever is. */
function isHanCount(commits: RegExp, { value, isBounded, unit }: Quantity, before: string): boolean {
  if (isBounded) return commits.test(before);
  if (typeof value !== 'number' || value < 2 || /^(?:日|天|年|次|步|期|级|批|道)$/.test(unit)) return false;
  return strongVerb.test(before) || (value >= 100 && commits.test(before.slice(-4)));
}

/** 培育A40家,B20家: the verb of an earlier part governs the list. */
function isListed({ text, words }: Sentence, { start }: Quantity, partStart: number): boolean {
  const governing = text.slice(0, partStart);
  return (
    governing !== '' &&
    words.commits.test(governing) &&
    /[\u4e00-\u9fa5”A-Za-z](?:超|达|约|近|到|为)?$/.test(text.slice(partStart, start)) &&
    start - partStart <= 30
  );
}

/** 分别下降24%、25%以上 is one target with two values; the words after the last figure hold for all. */
function joinLists(text: string, figures: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  for (const figure of figures) {
    const previous = joined.at(-1);
    const between = previous === undefined ? '' : text.slice(previous.end, figure.start);
    const together =
      previous !== undefined &&
      /^(?:、|和|及|,)(?:不低于|不少于|超过|达到)?$/.test(between) &&
      figure.unit === previous.unit;
    if (
      together &&
      /分别|依次|各为/.test(text.slice(lastIndexOfAny(text, '。;', previous.start) + 1, previous.start))
    ) {
      joined[joined.length - 1] = {
        ...figure,
        start: previous.start,
        value: [previous.value, figure.value].flat(),
        comparator: figure.isBounded ? figure.comparator : previous.comparator,
        isBounded: figure.isBounded || previous.isBounded,
      };
    } else {
      joined.push(figure);
    }
  }
  return joined;
}

/** The words around a figure: from its separator to the next one outside brackets and quotation marks. */
function phraseAround({ text, depths, quoted }: Sentence, { start, end }: Quantity): [number, number] {
  const isBorder = (index: number, letters: string) =>
    letters.includes(text.charAt(index)) && (depths[index] ?? 0) <= (depths[start] ?? 0) && quoted[index] !== 1;
  let from = start;
  while (from > 0 && !isBorder(from - 1, ',。;:!?')) from -= 1;
  const listed = text.lastIndexOf('、', start - 1);
  if (listed >= from && /\d/.test(text.slice(from, listed)) && !/分别/.test(text.slice(from, start))) from = listed + 1;
  from += /^(?:[(]?\d{1,2}[)]|[①-⑳]|\d{1,2}[.、](?!\d)|其中[,:]?)/.exec(text.slice(from, start))?.[0].length ?? 0;
  let to = end;
  while (to < text.length && !isBorder(to, ',。;:!?、)')) to += 1;
  return [from, to];
}

/** How firmly a figure is promised: a softening word holds for what follows it in the sentence, until 确保 ends it. */
export function commitmentOf(words: Words, text: string, figure: number): Commitment {
  const lead = text.slice(0, figure);
  if (/原则上/.test(lead.slice(lead.lastIndexOf(',') + 1))) return '原则上';
  const softened = words.soft.reduce((last, word) => Math.max(last, lead.lastIndexOf(word)), -1);
  return softened > lead.lastIndexOf('确保') ? '力争' : '刚性';
}

function lastIndexOfAny(text: string, letters: string, before: number): number {
  let index = before - 1;
  while (index >= 0 && !letters.includes(text.charAt(index))) index -= 1;
  return index;
}

function firstIndexOfAny(text: string, letters: string, from: number): number {
  let index = from;
  while (index < text.length && !letters.includes(text.charAt(index))) index += 1;
  return index;
}
