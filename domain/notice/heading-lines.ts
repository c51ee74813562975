import { denseText, type SourceText } from './source-text.ts';
import type { Span } from './span.ts';
import { knownSuffix } from './clause-fields.ts';
import { endsAsUnit } from './unit-vocabulary.ts';

const documentWords =
  /(?:通知|意见|方案|要点|计划|措施|规划|办法|分工表|分解表|清单|细则|规定|安排|纲要|台账|责任表|目录|函|报告)(?:\([^()]*\))?$/;

/** Whether a line without a number can stand over the tasks below it: short, no sentence, no label, no date. */
export function isHeadingLine(source: SourceText, line: Span, place: 'frame' | 'plan'): boolean {
  if (line[1] - line[0] > 60) return false;
  const text = denseText(source, line).text.replace(/^[#*]+|[*]+$/g, '');
  if (text.length < 2 || text.length > 30) return false;
  if (/[。;:!?,|]$|[。;:|]|\d{4}年\d|^\d+$|^附件|^附[:：]|^[([]|^注[:]?|^[-—]/.test(text)) return false;
  if (!/^[\u4e00-\u9fa5“"A-Za-z0-9]/.test(text) || !/[\u4e00-\u9fa5”"]$/.test(text)) return false;
  if (knownSuffix(text) !== null) return false;
  return place === 'plan' || !(endsAsUnit(text) || documentWords.test(text));
}
