import { denseText, type SourceText } from './source-text.ts';
import type { Span } from './span.ts';

const documentWords =
  /(?:通知|意见|方案|要点|计划|措施|规划|办法|分工表|分解表|清单|细则|规定|安排|纲要|台账|责任表|目录|函|报告)(?:\([^()]*\))?$/;

// 2020年…责任分解 between the cover notice and the plan is the plan's own title.
const yearTitle = /^\d{4}年.*(?:分解|分工|要点|方案|计划|措施|清单|任务|安排|意见)$/;

/** Whether a line without a number can stand over the tasks below it: short, no sentence, no label, no date. */
export function isHeadingLine(source: SourceText, line: Span, place: 'frame' | 'plan'): boolean {
  if (line[1] - line[0] > 60) return false;
  const text = denseText(source, line).text.replace(/^[#*]+|[*]+$/g, '');
  if (text.length < 2 || text.length > 30) return false;
  if (/[。;:!?,|]$|[。;:|]|\d{4}年\d|^\d+$|^附件|^附[:：]|^[([]|^注[:]?|^[-—]/.test(text)) return false;
  if (!/^[\u4e00-\u9fa5“"A-Za-z0-9]/.test(text) || !/[\u4e00-\u9fa5”"]$/.test(text)) return false;
  if (source.words.roles.knownSuffix(text) !== null || yearTitle.test(text) || /[)\]]\d{1,4}号$/.test(text))
    return false;
  return place === 'plan' || !(source.words.units.endsAsUnit(text) || documentWords.test(text));
}

const customary =
  /^(?:总体要求|总体目标|总体思路|指导思想|基本原则|工作原则|工作目标|发展目标|主要目标|目标任务|行动目标|工作思路|重点任务|主要任务|工作任务|工作内容|重点工作|工作重点|主要措施|重点举措|主要举措|工作措施|政策措施|保障措施|组织保障|工作保障|工作要求|有关要求|实施步骤|工作步骤|组织领导|附则)$/;

/** Lines that stand over a part of any plan, numbered or not. */
export function isCustomaryHeading(source: SourceText, line: Span): boolean {
  return line[1] - line[0] <= 24 && customary.test(denseText(source, line).text.replace(/^[#*]+|[:*]+$/g, ''));
}
