import type { PaperEnding, YearEndData, YearEndRow } from '../../domain/papers/year-end-data.ts';
import { endingNames, rowEndings } from '../../domain/task/ending/row-ending.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { type Block, bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';
import { pairRow, wideRow } from '../official-letter/letter-grid.ts';
import { planName, rate, targetText } from '../words.ts';

const endingOrder: readonly PaperEnding[] = [...rowEndings, 'terminated', 'open'];

/** 年终总结呈批: the year in figures with room for the leader's decision, and the ending of every item. */
export async function yearEndPaper(data: YearEndData): Promise<Uint8Array> {
  const { head, checkCode, rows } = data;
  const unfinished = rows.filter(isFollowed);
  return letterBytes({
    ...bareLetter,
    isRehearsal: head.isRehearsal,
    title: '年终总结呈批单',
    subtitle: `《${head.planTitle}》`,
    blocks: [
      {
        kind: 'form',
        rows: [
          pairRow(['呈报单位', head.issuer], ['呈报日期', chineseDay(head.day, true)]),
          wideRow('校验码', checkCode),
          wideRow('总体情况', overview(data), 40),
          wideRow('拟办意见', '请审定各事项办结结论；尚未完成、待统计和结转的事项，按附件所列时限继续跟踪。', 18),
          wideRow('附件', unfinished.length === 0 ? '各事项办结结论' : '1．各事项办结结论\n2．继续跟踪的事项'),
          wideRow('领导批示', '', 38),
          pairRow(['签批人\n（签字）', ''], ['签批日期', ''], 18),
          pairRow(['承办人', head.contact?.name ?? ''], ['联系电话', head.contact?.phone ?? '']),
        ],
      },
      { kind: 'remark', text: '本单仅对上列校验码所对应的办结结论有效；结论如有改动，校验码随之改变，应当重新呈批。' },
    ],
    annexes: [
      { title: '各事项办结结论', orientation: 'landscape', blocks: [endingTable(rows)] },
      ...(unfinished.length === 0
        ? []
        : [{ title: '继续跟踪的事项', orientation: 'landscape' as const, blocks: [followTable(unfinished)] }]),
    ],
  });
}

function endingName(ending: PaperEnding): string {
  return ending === 'open' ? '尚无结论' : endingNames[ending];
}

// What is neither done nor terminated goes on after the year.
function isFollowed({ ending }: YearEndRow): boolean {
  return ending !== 'completed' && ending !== 'exceeded' && ending !== 'terminated';
}

function overview({ head, taskCount, rows }: YearEndData): string {
  const count = (ending: PaperEnding) => rows.filter((row) => row.ending === ending).length;
  const counted = endingOrder
    .filter((ending) => count(ending) > 0)
    .map((ending) => `${endingName(ending)}${count(ending)}个（${rate(count(ending), rows.length)}）`);
  return `${planName(head)}共有工作任务${taskCount}项，按责任单位统计共${rows.length}个报送事项：${counted.join('、')}。`;
}

function endingTable(rows: readonly YearEndRow[]): Block {
  return {
    kind: 'table',
    columns: [
      { head: '任务组', share: 6, align: 'left', merging: 'alone' },
      { head: '任务\n序号', share: 3, align: 'center', merging: 'within' },
      { head: '具体事项', share: 12, align: 'left' },
      { head: '责任单位', share: 6, align: 'left' },
      { head: '目标值', share: 5, align: 'center' },
      { head: '累计完成', share: 4, align: 'center' },
      { head: '办结结论', share: 6, align: 'center' },
    ],
    rows: rows.map(({ group, taskNumber, title, unit, target, value, ending }) => [
      group,
      taskNumber,
      title,
      unit,
      targetText(target),
      value === null ? '' : String(value),
      endingName(ending),
    ]),
  };
}

function followTable(rows: readonly YearEndRow[]): Block {
  return {
    kind: 'table',
    columns: [
      { head: '任务\n序号', share: 3, align: 'center' },
      { head: '具体事项', share: 10, align: 'left' },
      { head: '责任单位', share: 5, align: 'left' },
      { head: '办结结论', share: 5, align: 'center' },
      { head: '原因', share: 10, align: 'left' },
      { head: '下一步举措', share: 10, align: 'left' },
      { head: '时限', share: 5, align: 'center' },
    ],
    rows: rows.map(({ taskNumber, title, unit, ending, cause, next, until }) => [
      taskNumber,
      title,
      unit,
      endingName(ending),
      cause,
      next,
      until === null ? '' : chineseDay(until, true),
    ]),
  };
}
