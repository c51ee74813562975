import type { ApprovalData } from '../../domain/papers/approval-data.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';
import { pairRow, wideRow } from '../official-letter/letter-grid.ts';

/** 呈批单: one page with room for the decision, the signature and its day; what is signed is named by version and check code. */
export async function approvalPaper(data: ApprovalData): Promise<Uint8Array> {
  const { head, matter, facts, proposal, version, checkCode, annexes } = data;
  return letterBytes({
    ...bareLetter,
    isRehearsal: head.isRehearsal,
    title: '呈　批　单',
    subtitle: head.issuer,
    blocks: [
      {
        kind: 'form',
        rows: [
          pairRow(['呈报单位', head.issuer], ['呈报日期', chineseDay(head.day, true)]),
          pairRow(['版本', version], ['校验码', checkCode]),
          wideRow('呈批事项', matter, 14),
          wideRow('有关情况', facts.join('\n'), 38),
          wideRow('拟办意见', proposal, 18),
          wideRow('附件', annexes.map((annex, index) => `${index + 1}．${annex}`).join('\n'), 12),
          wideRow('领导批示', '', 44),
          pairRow(['签批人\n（签字）', ''], ['签批日期', ''], 18),
          pairRow(['承办人', head.contact?.name ?? ''], ['联系电话', head.contact?.phone ?? ''], 12),
        ],
      },
      {
        kind: 'remark',
        text: '本单仅对上列版本和校验码所对应的内容有效；呈批内容如有改动，校验码随之改变，应当重新呈批。签批后请扫描上传并登记签批人和日期。',
      },
    ],
  });
}
