import { bracketDepths } from './brackets.ts';
import type { PersonReading } from './notice-reading.ts';
import { type DenseText, printedName, type SourceText } from './source-text.ts';
import {
  collectiveHead,
  collectiveMember,
  generalTail,
  hasOwnPrefix,
  isBareHead,
  nobody,
  type UnitWords,
} from './unit-vocabulary.ts';

/** A stretch of a list between two separators; offsets count in the dense text. */
export interface ListPart {
  readonly start: number;
  readonly end: number;
  /** The separator before it, '' at the beginning. */
  readonly separator: string;
}

/** A unit named in a list; `commaGroup` counts the commas before it, for the rule that those before the first comma lead. */
export interface NamedUnit {
  readonly name: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly commaGroup: number;
  /** An asterisk or another sign stands at the name. */
  readonly marked: boolean;
  /** What stands in a bracket behind the name and is no part of it: a role, or what the name includes. */
  readonly note: string | null;
}

/** The units of a list, and whether 等 leaves it open. */
export interface NameList {
  readonly units: readonly NamedUnit[];
  readonly openEnded: boolean;
}

const separators = new Set([',', ';', '、', '。', '/', '|']);

/** Cuts `[start, end)` of a clause at its outermost separators. */
export function listParts(text: string, start: number, end: number): ListPart[] {
  const depths = bracketDepths(text.slice(start, end));
  const parts: ListPart[] = [];
  let from = start;
  let separator = '';
  for (let index = start; index <= end; index += 1) {
    const letter = index < end ? text.charAt(index) : 'end';
    if (index < end && (!separators.has(letter) || depths[index - start] !== 0)) continue;
    if (index > from) parts.push({ start: from, end: index, separator });
    else if (separator !== '' && separator !== '、') separator = letter === '、' ? separator : letter;
    if (index > from || separator === '') separator = letter;
    from = index + 1;
  }
  return parts;
}

/** Reads the units of a list that holds no role word any more. */
export function readNameList(source: SourceText, dense: DenseText, parts: readonly ListPart[]): NameList {
  const words = source.words.units;
  const opened = parts.map((part) => withoutEtc(words, dense.text, part));
  const openEnded = opened.some(({ open }) => open);
  const pieces = opened.flatMap(({ rest }) => rest).flatMap((part) => atConjunctions(words, dense.text, part));
  const joined = joinCollectives(dense.text, joinElidedHeads(words, dense.text, pieces));
  let commaGroup = 0;
  const units = joined.flatMap((part, index) => {
    if (index > 0 && part.separator === ',') commaGroup += 1;
    const unit = namedUnit(source, dense, part);
    return unit === null ? [] : [{ ...unit, commaGroup }];
  });
  return { units, openEnded };
}

interface OpenedPart {
  readonly rest: readonly ListPart[];
  readonly open: boolean;
}

/** The persons whom a note behind a name gives: a name alone, or names behind a label; none where it says something else. */
export function personsInNote(note: string | null): readonly PersonReading[] {
  if (note === null) return [];
  const labelled = labelledPerson.exec(note);
  if (labelled !== null) {
    const [, role = '', names = ''] = labelled;
    return names.split(/[、,;]/).flatMap((name) => (name === '' ? [] : [{ role, name }]));
  }
  const name = personForm.exec(`(${note})`)?.[1];
  return name === undefined ? [] : [{ role: '责任人', name }];
}

/** Takes 等 and the general words after it away; a party that follows 及 stays. */
function withoutEtc(words: UnitWords, text: string, part: ListPart): OpenedPart {
  const own = text.slice(part.start, part.end);
  const at = own.search(/(?<![高平中初均同优劣上下])等(?=$|[\u4e00-\u9fa5\d])/);
  if (at === -1) return { rest: [part], open: false };
  const after = own.slice(at + 1);
  const tail = after === '' ? '' : (generalTail.exec(after)?.[0] ?? null);
  if (tail === null || (at > 0 && !words.endsAsUnit(own.slice(0, at)) && tail === '' && at < 3))
    return { rest: [part], open: false };
  const rest: ListPart[] = at > 0 ? [{ ...part, end: part.start + at }] : [];
  const follows = /^(?:以及|及|和|与|、)?/.exec(after.slice(tail.length))?.[0] ?? '';
  const restStart = part.start + at + 1 + tail.length + follows.length;
  if (restStart < part.end) rest.push({ start: restStart, end: part.end, separator: '、' });
  return { rest, open: true };
}

/** Splits at 和, 及, 与 where a whole name stands on both sides, so 住房和城乡建设局 and 党委和人民政府 stay whole. */
function atConjunctions(words: UnitWords, text: string, part: ListPart): ListPart[] {
  const own = text.slice(part.start, part.end);
  const lead = /^(?:以及|及|和|与|会同|联合|协同|会商|并|[^、,]{0,10}由)(?=.)/.exec(own)?.[0].length ?? 0;
  if (lead > 0) return atConjunctions(words, text, { ...part, start: part.start + lead });
  const depths = bracketDepths(own);
  for (const match of own.matchAll(/以及|及其|会同|[和及与]/g)) {
    if (depths[match.index] !== 0 || match[0] === '及其') continue;
    const left = own.slice(0, match.index);
    const right = own.slice(match.index + match[0].length);
    if (left === '' || right === '' || !words.endsNameSurely(left) || isBareHead(right) || !words.endsAsUnit(right))
      continue;
    if (right.length < 3 && !right.startsWith('各')) continue;
    const middle = part.start + match.index;
    const after = { start: middle + match[0].length, end: part.end, separator: '、' };
    return [{ ...part, end: middle }, ...atConjunctions(words, text, after)];
  }
  return [part];
}

/** 广州、深圳市政府: a part that does not end as a unit shares the head of the next one. */
function joinElidedHeads(words: UnitWords, text: string, parts: readonly ListPart[]): ListPart[] {
  const joined: ListPart[] = [];
  const closing = placeHeadsAhead(words, text, parts);
  for (const [index, part] of parts.entries()) {
    const previous = joined.at(-1);
    const shares =
      previous !== undefined &&
      part.separator === '、' &&
      !words.endsAsUnit(text.slice(previous.start, previous.end)) &&
      !hasOwnPrefix(text.slice(part.start, part.end)) &&
      isPlaceHead(text.slice(part.start, part.end));
    const continues =
      previous !== undefined &&
      part.separator === '、' &&
      sharedHead.test(text.slice(part.start, part.end)) &&
      text.slice(previous.start, previous.end).endsWith('政府');
    if (shares || continues) joined[joined.length - 1] = { ...previous, end: part.end };
    else if (
      previous !== undefined &&
      part.separator === '、' &&
      closing[index] === true &&
      isOpenPlace(words, text, [previous, part])
    )
      joined[joined.length - 1] = { ...previous, end: part.end };
    else joined.push(part);
  }
  return joined;
}

// 各县政府、管委会: the second head needs the places of the first.
const sharedHead = /^(?:管委会|管理委员会|党工委)$/;

/** Places share 市政府; 发改、财政部门 are several names, of which only the last is printed in full. */
function isPlaceHead(name: string): boolean {
  return /(?:政府|管委会|[省市县区州盟旗镇乡])(?:\([^()]*\)|\[[^[\]]*\])?$/.test(name);
}

/** For each part whether the next one that ends as a unit, itself included, is the head of places. */
function placeHeadsAhead(words: UnitWords, text: string, parts: readonly ListPart[]): boolean[] {
  const ahead: boolean[] = [];
  let isPlace = false;
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index];
    const own = part === undefined ? '' : text.slice(part.start, part.end);
    if (words.endsAsUnit(own)) isPlace = isPlaceHead(own);
    ahead[index] = isPlace;
  }
  return ahead;
}

/** Two places in a row that both still wait for their head: 广州、深圳、东莞市政府. */
function isOpenPlace(words: UnitWords, text: string, [one, other]: readonly [ListPart, ListPart]): boolean {
  const short = (part: ListPart) => text.slice(part.start, part.end).split('、').at(-1) ?? '';
  const waits = (name: string) => name.length <= 3 && !words.endsAsUnit(name) && !hasOwnPrefix(name);
  return waits(short(one)) && waits(short(other));
}

/** 各市、区: further members of a collective stay with its first. */
function joinCollectives(text: string, parts: readonly ListPart[]): ListPart[] {
  const joined: ListPart[] = [];
  let open = false;
  for (const part of parts) {
    const own = text.slice(part.start, part.end);
    const previous = joined.at(-1);
    if (open && previous !== undefined && part.separator === '、' && collectiveMember.test(own)) {
      joined[joined.length - 1] = { ...previous, end: part.end };
      open = !/(?:政府|管委会|党委|办事处)$/.test(own);
    } else {
      joined.push(part);
      open = collectiveHead.test(own);
    }
  }
  return joined;
}

const noteForm =
  /[([](含|包括|不含|以下|下同|简称|统称|指|即|除|注|其中|列|排|第一|首位|牵头|配合|负责|主办|协办|参与|带|标)[^()[\]]*[)\]]/;
// 市发改委(张三): a person behind a unit, told from an office by the surname and by what offices end in.
const personForm =
  /\(([王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚][\u4e00-\u9fa5]{1,2})\)$/;
const labelledPerson = /^((?:责任|负责|联系|联络|经办|分管|主管|牵头)(?:人|领导|同志)):(.{1,40})$/;
const labelledNote = /[([](?:责任|负责|联系|联络|经办|分管|主管|牵头)(?:人|领导|同志):[^()[\]]{1,40}[)\]]$/;
const signs = /^[*★▲△●☆#]+|[*★▲△●☆#]+$/g;

function namedUnit(source: SourceText, dense: DenseText, part: ListPart): Omit<NamedUnit, 'commaGroup'> | null {
  const own = dense.text.slice(part.start, part.end);
  if (nobody.test(own)) return null;
  const person = personForm.exec(own);
  const note =
    noteForm.exec(own) ??
    labelledNote.exec(own) ??
    (person !== null && !source.words.units.endsAsUnit(person[1] ?? '') ? person : null);
  const printed = (start: number, end: number) => printedName(source, dense, part.start + start, part.start + end);
  const whole =
    note === null ? printed(0, own.length) : printed(0, note.index) + printed(note.index + note[0].length, own.length);
  const name = whole.replace(/^[*＊★▲△●☆#'"]+|[*＊★▲△●☆#.'"]+$/g, '');
  const folded = (note === null ? own : own.replace(note[0], '')).replace(signs, '');
  if (name === '') return null;
  return {
    name,
    folded,
    start: part.start,
    end: part.end,
    marked: own.search(signs) !== -1,
    note: note?.[0].slice(1, -1) ?? null,
  };
}
