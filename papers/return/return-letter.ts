import type { ReturnSheetData } from '../../domain/papers/return-sheet-data.ts';
import { bareLetter } from '../official-letter/letter.ts';
import { letterBytes } from '../official-letter/letter-bytes.ts';
import { pairRow } from '../official-letter/letter-grid.ts';
import { returnColumns, returnRows } from './return-columns.ts';
import { returnSubtitle, returnTitle, validity } from './return-texts.ts';

/** The sheet of a return for signature as a docx on A4 pages lying on their side. */
export async function returnLetter(data: ReturnSheetData): Promise<Uint8Array> {
  return letterBytes({
    ...bareLetter,
    isRehearsal: data.head.isRehearsal,
    orientation: 'landscape',
    title: returnTitle(data),
    subtitle: returnSubtitle(data),
    blocks: [
      { kind: 'table', columns: returnColumns(data.kind), rows: returnRows(data) },
      { kind: 'remark', text: validity },
      {
        kind: 'form',
        rows: [
          pairRow(['填报人\n（签字）', ''], ['审核人\n（签字）', ''], 14),
          pairRow(['主要负责人\n（签字）', ''], ['日期\n（盖章）', ''], 22),
        ],
      },
    ],
  });
}
