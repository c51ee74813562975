import { assertNever } from '../../domain/errors.ts';
import type { AmendmentEvent } from '../../domain/plan/amendment/amendment-event.ts';
import { type RowChange, patch, put } from './row-change.ts';

/** Rows of an amendment and of its receipts. */
export function amendmentChanges(event: AmendmentEvent, planId: string, seq: number): readonly RowChange[] {
  const of = { plan_id: planId, amendment_id: event.amendmentId };
  switch (event.type) {
    case 'noticeAmended': {
      const { title, documentNumber, originalHash, textHash, differencesHash, units, receiptDue, at, by } = event;
      const hashes = { original_hash: originalHash, text_hash: textHash, findings_hash: differencesHash };
      const made = { amended_at: at, amended_by: by, receipt_due: receiptDue.date };
      const nothingYet = { receipted_at: null, receipted_by: null, late: false, listed_at: null };
      return [
        put('notice_amendment', { ...of, seq, title, document_number: documentNumber, ...hashes, ...made }),
        ...units.map(({ unitId, taskNumbers }) =>
          put('amendment_receipt', { ...of, unit_id: unitId, task_numbers: taskNumbers, ...nothingYet }),
        ),
      ];
    }
    case 'amendmentReceipted': {
      const { unitId, at, by, late } = event;
      return [patch('amendment_receipt', { ...of, unit_id: unitId, receipted_at: at, receipted_by: by, late })];
    }
    case 'amendmentListed':
      return event.unitIds.map((unitId) => patch('amendment_receipt', { ...of, unit_id: unitId, listed_at: event.at }));
    default:
      return assertNever(event);
  }
}
