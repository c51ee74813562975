/** The tables about changes of tasks and about leaders' notes, as parts of `projectionTables`. */
export const changeTables = {
  change_request: {
    key: ['task_id', 'change_id'],
    columns: [
      'plan_id',
      'kind',
      'change',
      'unit_id',
      'reason_id',
      'asked_at',
      'received_at',
      'asked_by',
      'paper',
      'decider',
      'decide_by',
      'state',
      'closed_at',
      'closed_by',
      'closing_reason_id',
      'closing_paper',
      'replacement_id',
      'before',
    ],
  },
  due_history: {
    key: ['task_id', 'thing', 'seq'],
    columns: ['plan_id', 'unit_id', 'change_id', 'cause', 'from_day', 'to_day', 'moved_at'],
  },
  instruction: { key: ['task_id', 'seq'], columns: ['plan_id', 'given_by', 'paper', 'text_id', 'given_at'] },
} as const;
