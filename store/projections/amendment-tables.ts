/** Tables of new versions of a notice and of their receipts, for the one list of projections. */
export const amendmentTables = {
  notice_amendment: {
    key: ['plan_id', 'amendment_id'],
    columns: [
      'seq',
      'title',
      'document_number',
      'original_hash',
      'text_hash',
      'findings_hash',
      'amended_at',
      'amended_by',
      'receipt_due',
    ],
  },
  amendment_receipt: {
    key: ['plan_id', 'amendment_id', 'unit_id'],
    columns: ['task_numbers', 'receipted_at', 'receipted_by', 'late', 'listed_at'],
  },
} as const;
