import type { Period } from '../../domain/calendar/quarter.ts';
import type { ComputedDate } from '../../domain/calendar/working-calendar.ts';
import type { Instant } from '../../domain/instant.ts';
import type { EventBase, Recorded } from '../../domain/ledger/event.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type {
  Light,
  LightCause,
  ObligationKind,
  RowPlan,
  RowProgress,
  RowState,
  Subject,
  SubmittedRow,
} from '../../domain/task/task-state.ts';
import type { PartyRole } from '../../domain/task/issued-subject.ts';
import type { Books } from '../ledger/chain-book.ts';
import { foldChain } from '../ledger/fold-chain.ts';
import { mergeChanges } from '../projections/merge-changes.ts';
import type { ProjectionTable } from '../projections/projection-tables.ts';
import type { Source } from '../transaction.ts';

/** Rows of one task by their tables, as the projections have them; `task` null before its issue. */
export interface TaskRows {
  readonly task: TaskRow | null;
  readonly parties: readonly PartyRow[];
  readonly subjects: readonly SubjectRow[];
  readonly obligations: readonly ObligationRecord[];
  readonly lines: readonly ObligationLineRow[];
  readonly lights: readonly LightRow[];
  readonly statements: readonly StatementRow[];
  readonly summaries: readonly SummaryRow[];
}

export interface TaskRow {
  readonly task_id: string;
  readonly plan_id: string;
  readonly number: string;
  readonly title: string;
  readonly phase: 'open' | 'ended';
  readonly ending: string | null;
  readonly issued_at: Instant;
  readonly ended_at: Instant | null;
}

export interface PartyRow {
  readonly task_id: string;
  readonly unit_id: string;
  readonly role: PartyRole;
  readonly place: number;
  readonly basis: 'named' | 'added' | 'decided';
}

export interface SubjectRow {
  readonly task_id: string;
  readonly id: string;
  readonly unit_id: string;
  readonly place: number;
  readonly kind: Subject['kind'];
  readonly title: string;
  readonly target: Subject['target'];
  readonly commitment: Subject['commitment'];
  readonly due: PlainDate;
  readonly due_basis: Subject['dueBasis'];
  readonly tracked: boolean;
  readonly shares: Subject['shares'];
  readonly stage_plan: RowPlan | null;
  readonly progress: RowProgress | null;
  readonly light: Light | null;
  readonly light_on: PlainDate | null;
  readonly light_cause: LightCause | null;
  readonly light_rules_version: number | null;
}

export interface ObligationRecord {
  readonly task_id: string;
  readonly id: string;
  readonly unit_id: string;
  readonly kind: ObligationKind;
  readonly period: Period | 'plan';
  readonly state: RowState | 'ended';
  readonly due: PlainDate;
  readonly due_computed: ComputedDate;
  readonly ladder: Readonly<Record<string, PlainDate>>;
  readonly submitted_at: Instant | null;
  readonly late: boolean;
  readonly overdue: boolean;
  readonly review_due: PlainDate | null;
  readonly review_overdue: boolean;
  readonly resubmit_due: PlainDate | null;
  readonly accepted_at: Instant | null;
}

export interface ObligationLineRow {
  readonly task_id: string;
  readonly obligation_id: string;
  readonly subject_id: string;
  readonly place: number;
  readonly state: RowState;
  readonly submitted: SubmittedRow | null;
  readonly reason_id: string | null;
}

export interface LightRow {
  readonly task_id: string;
  readonly subject_id: string;
  readonly seq: number;
  readonly light: Light;
  readonly assessed_on: PlainDate;
  readonly cause: LightCause;
  readonly rules_version: number;
}

export interface StatementRow {
  readonly task_id: string;
  readonly seq: number;
  readonly obligation_id: string;
  readonly unit_id: string;
  readonly person_id: string;
  readonly text_id: string;
  readonly filed_at: Instant;
}

export interface SummaryRow {
  readonly task_id: string;
  readonly period: Period;
  readonly unit_id: string;
  readonly person_id: string;
  readonly text_id: string;
  readonly written_at: Instant;
}

const none: TaskRows = {
  task: null,
  parties: [],
  subjects: [],
  obligations: [],
  lines: [],
  lights: [],
  statements: [],
  summaries: [],
};

const reads = {
  task: 'SELECT * FROM task WHERE task_id = ANY ($1)',
  parties: 'SELECT * FROM task_party WHERE task_id = ANY ($1) AND left_at IS NULL ORDER BY place, role',
  subjects: 'SELECT * FROM subject WHERE task_id = ANY ($1) AND removed_at IS NULL ORDER BY place',
  obligations: 'SELECT * FROM obligation WHERE task_id = ANY ($1) ORDER BY due, kind, unit_id',
  lines: "SELECT * FROM obligation_row WHERE task_id = ANY ($1) AND state <> 'removed' ORDER BY place",
  lights: 'SELECT * FROM light_history WHERE task_id = ANY ($1) ORDER BY seq',
  statements: 'SELECT * FROM statement WHERE task_id = ANY ($1) ORDER BY seq',
  summaries: 'SELECT * FROM summary WHERE task_id = ANY ($1) ORDER BY period',
} as const satisfies Readonly<Record<keyof TaskRows, string>>;

/** The rows of these tasks as they stand, by the id of the task; a task that is not issued has none. */
export async function readTaskRows(
  { pool }: Source,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, TaskRows>> {
  const found = new Map<string, Record<string, unknown[]>>(taskIds.map((taskId) => [taskId, {}]));
  for (const [part, text] of Object.entries(reads)) {
    const { rows } = await pool.query<{ readonly task_id: string }>(text, [taskIds]);
    for (const row of rows) {
      const parts = found.get(row.task_id);
      if (parts !== undefined) parts[part] = [...(parts[part] ?? []), row];
    }
  }
  return new Map([...found].map(([taskId, parts]) => [taskId, rowsOf(parts)]));
}

const tables: Readonly<Partial<Record<ProjectionTable, keyof TaskRows>>> = {
  task: 'task',
  task_party: 'parties',
  subject: 'subjects',
  obligation: 'obligations',
  obligation_row: 'lines',
  light_history: 'lights',
  statement: 'statements',
  summary: 'summaries',
};

/** The rows that the projections of these events of one task come to: the same as stood in the tables at their time. */
export function taskRowsOf(books: Books, events: readonly Recorded<EventBase>[]): TaskRows {
  const { changes } = foldChain(books.task, books.task.initial, events);
  const parts: Record<string, unknown[]> = {};
  for (const [table, merged] of mergeChanges(changes)) {
    const part = tables[table];
    if (part !== undefined) parts[part] = merged.filter(({ kind }) => kind === 'put').map(({ row }) => row);
  }
  return rowsOf(parts);
}

// The columns are those of the table, whichever way the rows came.
function rowsOf(parts: Readonly<Record<string, unknown[]>>): TaskRows {
  const { task, ...lists } = parts;
  return { ...none, ...lists, task: (task?.[0] as TaskRow | undefined) ?? null };
}
