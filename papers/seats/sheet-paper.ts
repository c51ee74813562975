import type { SheetData } from '../../domain/papers/sheet-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';
import { pairRow, wideRow } from '../official-letter/letter-grid.ts';

/** 审签单: what is put before a unit's head or a leader, named by number, version and check code, with room for the signature and the seal. */
export async function sheetPaper(data: SheetData): Promise<Uint8Array> {
  const { head, unitName, isForLeader, number, version, checkCode, matter, lines, draftedBy } = data;
  return letterBytes({
    ...bareLetter,
    isRehearsal: head.isRehearsal,
    title: '审　签　单',
    subtitle: isForLeader ? head.issuer : unitName,
    blocks: [
      {
        kind: 'form',
        rows: [
          pairRow(['编号', number], ['打印日期', chineseDay(head.day, true)]),
          pairRow(['版本', `第${version}版`], ['校验码', checkCode]),
          wideRow('审签事项', matter, 14),
          wideRow('内容', lines.join('\n'), 70),
          wideRow(isForLeader ? '领导批示' : '负责人意见', '', 44),
          pairRow(['签批人\n（签字）', ''], [isForLeader ? '签批日期' : '签批日期\n（盖章）', ''], 22),
          pairRow(['承办人', draftedBy?.name ?? ''], ['联系电话', draftedBy?.phone ?? ''], 12),
        ],
      },
      {
        kind: 'remark',
        text: '本单仅对上列版本和校验码所对应的内容有效；内容如有改动，校验码随之改变，应当重新审签。签批后请扫描上传并登记签批人和日期。',
      },
    ],
  });
}
