import { bracketDepths } from './brackets.ts';
import { quotedParts } from './sentences.ts';
import { describes, past } from './target-vocabulary.ts';
import type { TimePhrase } from './time-phrases.ts';
import type { MakingWords } from './making-vocabulary.ts';

/** A thing that exists when the work is done; offsets count in the dense sentence. */
export interface Deliverable {
  readonly start: number;
  readonly end: number;
  readonly verb: string;
  readonly object: string;
}

const lasting =
  /机制|制度|平台|清单|中心|联盟|专班|档案|台账|基金|基地|队伍|标准|办法|系统|委员会|会议|智库|规则|目录|池|站|体系|库|方案|规划|指引|图谱/;
// 支持建立, 鼓励设立: what others may make is nothing that the plan delivers.
const notOurs = /(?:支持|鼓励|引导|允许|探索|研究|推动各|帮助|协助|有条件|用于|(?<![许认])可以?|如|若)[^,]{0,16}$/;

// What may stand before the verb; after a noun it is a noun itself, as in 政策发布.
const leadsIn =
  /(?:推动|推进|组织|加快|加紧|抓紧|积极|全面|基本|力争|争取|确保|努力|梳理|统筹|联合|牵头|及时|尽快|适时|定期|研究|逐步|深入|共同|重点|继续|持续|计划|要|应|须|将|并|再|前|底|内|末|月|日|年|均|都|认真|标准|质量|水平|按时|按期|如期|局|委|办|部|厅|建设|工程|项目|实现|内容|季度|全年)$/;

/** The deliverables without a figure in a sentence; `taken` are the places of its figures. */
export function deliverablesIn(
  words: MakingWords,
  text: string,
  times: readonly TimePhrase[],
  taken: readonly { start: number; end: number }[],
): Deliverable[] {
  if (!words.dated.test(text)) return [];
  const quoted = quotedParts(text);
  const depths = bracketDepths(text);
  return partsOf(text, depths, quoted).flatMap(([start, end]) => {
    if (taken.some((figure) => figure.start < end && start < figure.end)) return [];
    const part = text.slice(start, end);
    const hasDay = times.some(
      (time) =>
        (time.kind === 'due' || time.kind === 'by') && time.start >= previousStart(text, start) && time.start < end,
    );
    const verb = verbIn(words, part, hasDay);
    if (verb === null || quoted[start + verb.at] === 1 || depths[start + verb.at] !== 0) return [];
    const before = part.slice(0, verb.at);
    const { object, length } = objectAfter(part, verb.at + verb.word.length);
    if (
      object.length < 2 ||
      object.length > 60 ||
      before.length > (handled.test(before) ? 70 : 24) ||
      notOurs.test(before) ||
      past.test(before) ||
      describes.test(before)
    )
      return [];
    if (!hasDay && verb.word === '建立' && !lasting.test(object)) return [];
    // 对完成备案的模型: what is spoken of, not what is made.
    if (/^(?:对|凡|经)/.test(part) && object.includes('的')) return [];
    if (/^[的、和与及会下]/.test(object) || /^(?:后|前|时|情况|任务|进度|率|者)/.test(object)) return [];
    return [{ start, end: start + length, verb: verb.word, object }];
  });
}

// 建立中心、加快建设: a verb after 、 begins another thing.
const nextThing = /、(?=(?:加快|推进|推动|完善|加强|深化|优化|开展|提升|健全|强化)[\u4e00-\u9fa5]{2})/;

/** The object behind the verb, and how far the deliverable reaches in its part. */
function objectAfter(part: string, at: number): { readonly object: string; readonly length: number } {
  const rest = part.slice(at).replace(/[。;!?:]$/, '');
  const next = rest.search(nextThing);
  const own = next >= 2 ? rest.slice(0, next) : rest;
  const joined = /^(?:健全|完善|完成|公布|印发|出台|发布|实施|投产|投用|并|好|了)+/.exec(own)?.[0] ?? '';
  return { object: own.slice(joined.length), length: at + own.length };
}

function verbIn(
  words: MakingWords,
  part: string,
  hasDay: boolean,
): { readonly word: string; readonly at: number } | null {
  for (const match of part.matchAll(words.making)) {
    const before = part.slice(0, match.index);
    if (before === '' || leadsIn.test(before)) return { word: match[0], at: match.index };
  }
  const found = hasDay ? datedVerb(words, part) : null;
  return found === null ? null : { word: found[0], at: found.index };
}

const handled = /[将把](?![来要])/;

/** 将工程建设事项纳入平台: behind 将 the last verb is the one that acts. */
function datedVerb(words: MakingWords, part: string): RegExpExecArray | null {
  const from = part.search(handled);
  if (from === -1) return words.dated.exec(part);
  const verbs = [...part.matchAll(new RegExp(words.dated, 'g'))];
  return verbs.findLast(({ index, 0: word }) => index > from && index + word.length + 2 <= part.length) ?? null;
}

/** A day in front, set off by a comma, counts for the part that follows it. */
function previousStart(text: string, start: number): number {
  return text.charAt(start - 1) === ',' ? text.lastIndexOf(',', start - 2) + 1 : start;
}

function partsOf(text: string, depths: Uint8Array, quoted: Uint8Array): [number, number][] {
  const parts: [number, number][] = [];
  let from = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const isBorder =
      index === text.length || (text.charAt(index) === ',' && depths[index] === 0 && quoted[index] === 0);
    if (!isBorder) continue;
    if (index > from) parts.push([from, index]);
    from = index + 1;
  }
  return parts;
}
