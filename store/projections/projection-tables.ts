import { changeTables } from './change-tables.ts';
import { planTables } from './plan-tables.ts';
import { orderTables } from './order-tables.ts';

/**
 * The tables that are folds of the ledger, each with its key and its other columns. Only these are written by
 * projections and rebuilt; a column that is missing here (`letter.taken`) is no fold and is left alone.
 */
export const projectionTables = {
  unit_version: {
    key: ['registry', 'unit_id', 'seq'],
    columns: ['key', 'name', 'full_name', 'aliases', 'kind', 'members', 'host_unit_id', 'valid_from'],
  },
  person_version: {
    key: ['registry', 'person_id', 'seq'],
    columns: ['key', 'content_id', 'commitment', 'valid_from'],
  },
  seat_holding: {
    key: ['registry', 'person_id', 'unit_id', 'seat', 'valid_from'],
    columns: ['valid_to', 'rank'],
  },
  deputy: {
    key: ['registry', 'person_id', 'unit_id', 'seat', 'deputy_id', 'valid_from'],
    columns: ['valid_to', 'reason_id', 'authorised_by'],
  },
  contact_change: {
    key: ['registry', 'change_id'],
    columns: ['plan_id', 'unit_id', 'valid_from', 'contacts_id', 'reason_id', 'approved_at', 'approved_by', 'paper'],
  },
  calendar_table: { key: ['registry', 'year', 'version'], columns: ['table'] },
  rule_set: { key: ['registry', 'version'], columns: ['rules', 'reason'] },
  ...planTables,
  task: {
    key: ['task_id'],
    columns: [
      'plan_id',
      'number',
      'title',
      'phase',
      'ending',
      'issued_at',
      'ended_at',
      'opened_period',
      'last_period',
      'rules_version',
      'suspended_on',
    ],
  },
  task_party: { key: ['task_id', 'unit_id', 'role'], columns: ['plan_id', 'place', 'basis', 'left_at'] },
  subject: {
    key: ['task_id', 'id'],
    columns: [
      'plan_id',
      'unit_id',
      'place',
      'kind',
      'title',
      'target',
      'commitment',
      'due',
      'due_basis',
      'tracked',
      'shares',
      'stage_plan',
      'progress',
      'light',
      'light_on',
      'light_cause',
      'light_rules_version',
      'behind_periods',
      'removed_at',
      'claimed_ending',
      'claimed_until',
      'ending',
      'ending_until',
      'ending_on',
    ],
  },
  obligation: {
    key: ['task_id', 'id'],
    columns: [
      'plan_id',
      'unit_id',
      'kind',
      'period',
      'state',
      'due',
      'due_computed',
      'ladder',
      'opened_at',
      'submitted_at',
      'late',
      'overdue',
      'review_due',
      'review_overdue',
      'resubmit_due',
      'accepted_at',
      'act',
      'makers',
      'undelivered',
    ],
  },
  obligation_row: {
    key: ['task_id', 'obligation_id', 'subject_id'],
    columns: ['place', 'state', 'submitted', 'reason_id'],
  },
  light_history: {
    key: ['task_id', 'subject_id', 'seq'],
    columns: ['plan_id', 'light', 'assessed_on', 'cause', 'rules_version', 'behind_periods'],
  },
  ...changeTables,
  statement: {
    key: ['task_id', 'seq'],
    columns: ['obligation_id', 'unit_id', 'person_id', 'text_id', 'filed_at'],
  },
  summary: { key: ['task_id', 'period'], columns: ['unit_id', 'person_id', 'text_id', 'written_at'] },
  finding: {
    key: ['task_id', 'finding_id'],
    columns: [
      'plan_id',
      'subject_id',
      'unit_id',
      'phase',
      'claim_id',
      'method',
      'checkers',
      'reported_value',
      'found_value',
      'evidence_id',
      'evidence_hashes',
      'opened_at',
      'opened_by',
      'statement_due',
      'statement_due_computed',
      'statement_id',
      'stated_at',
      'stated_by',
      'stated_paper',
      'outcome',
      'conclusion_id',
      'concluded_at',
      'concluded_by',
      'feedback_on',
      'objection_until',
    ],
  },
  objection_note: {
    key: ['chain', 'objection_id'],
    columns: ['plan_id', 'kind', 'obligation_id', 'subject_id', 'finding_id', 'noted_at', 'ended_at', 'ending'],
  },
  objection: {
    key: ['objection_id'],
    columns: [
      'plan_id',
      'path',
      'kind',
      'task_id',
      'order_id',
      'target',
      'title',
      'unit_id',
      'phase',
      'grounds_id',
      'filed_at',
      'filed_by',
      'filed_paper',
      'received_on',
      'first_deciders',
      'answer_due',
      'answer_due_computed',
      'overdue',
      'outcome',
      'light',
      'reason_id',
      'ended_at',
      'ended_by',
      'noted',
      'refusal',
    ],
  },
  return: {
    key: ['return_id'],
    columns: [
      'plan_id',
      'unit_id',
      'period',
      'kind',
      'version',
      'delivered_version',
      'phase',
      'head_asked_at',
      'head_reason_id',
      'submitted_at',
      'submitted_by',
      'submitted_paper',
      'reviewed_at',
      'reviewed_by',
    ],
  },
  return_row: {
    key: ['return_id', 'task_id', 'subject_id'],
    columns: [
      'version',
      'place',
      'task_number',
      'obligation_id',
      'due',
      'previous_value',
      'text_limit',
      'subject',
      'state',
      'writer_id',
      'entry',
      'makers',
      'reason_id',
      'refusal',
    ],
  },
  delivery: {
    key: ['act'],
    columns: ['return_id', 'plan_id', 'kind', 'version', 'state', 'acted_at', 'finished_at', 'refused'],
  },
  sheet: {
    key: ['sheet_id'],
    columns: [
      'plan_id',
      'key',
      'unit_id',
      'approver',
      'act_type',
      'phase',
      'version',
      'content_id',
      'check_code',
      'drafted_by',
      'drafted_at',
      'asked_at',
      'decided_at',
      'decided_by',
      'paper',
      'reason_id',
      'refusal',
    ],
  },
  ...orderTables,
  letter: {
    key: ['id'],
    columns: [
      'chain',
      'seq',
      'plan_id',
      'kind',
      'unit_id',
      'seat',
      'person_id',
      'key',
      'step',
      'due_at',
      'merge_class',
      'about',
      'facts',
      'withdrawn_at_seq',
    ],
  },
  chain_head: {
    key: ['chain'],
    columns: ['kind', 'plan_id', 'seq', 'hash', 'state', 'state_version', 'next_wake'],
  },
} as const;

/** The name of a table that is a fold of the ledger. */
export type ProjectionTable = keyof typeof projectionTables;

type KeyColumn<T extends ProjectionTable> = (typeof projectionTables)[T]['key'][number];
type OtherColumn<T extends ProjectionTable> = (typeof projectionTables)[T]['columns'][number];

/** What names one row of the table. */
export type RowKey<T extends ProjectionTable> = Readonly<Record<KeyColumn<T>, string | number>>;

/** A whole row, as JSON carries it. */
export type Row<T extends ProjectionTable> = RowKey<T> & Readonly<Record<OtherColumn<T>, unknown>>;

/** Some columns of a row that exists. */
export type RowPatch<T extends ProjectionTable> = RowKey<T> & Readonly<Partial<Record<OtherColumn<T>, unknown>>>;

/** Key columns, in the order in which the tables declare them. */
export function keyColumns(table: ProjectionTable): readonly string[] {
  return projectionTables[table].key;
}

/** Every column of the table that is a fold of the ledger, keys first. */
export function foldedColumns(table: ProjectionTable): readonly string[] {
  return [...projectionTables[table].key, ...projectionTables[table].columns];
}
