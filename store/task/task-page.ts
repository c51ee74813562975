import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ChainPosition, EventBase, Recorded } from '../../domain/ledger/event.ts';
import type { LetterKind, ReceivingSeat } from '../../domain/ledger/letter.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import type { Light, LightCause, Subject, TaskState } from '../../domain/task/task-state.ts';
import { loadChain, readEvents } from '../ledger/load.ts';
import type { Store } from '../store.ts';
import type { Source } from '../transaction.ts';
import { type ObligationLine, taskObligations } from './task-obligations.ts';

/** A letter about a task; `mailState` is that of the mail which contains it. */
export interface TaskLetter {
  readonly kind: LetterKind;
  readonly unitId: string;
  readonly seat: ReceivingSeat;
  readonly step: string;
  readonly dueAt: Instant;
  readonly about: PlainDate | null;
  readonly isWithdrawn: boolean;
  readonly mailState: string | null;
  readonly sentAt: Instant | null;
}

/** A row's subject with the light it shows. */
export interface SubjectLine {
  readonly id: string;
  readonly unitId: string;
  readonly kind: Subject['kind'];
  readonly title: string;
  readonly target: Subject['target'];
  readonly due: PlainDate;
  readonly dueBasis: Subject['dueBasis'];
  readonly light: Light | null;
  readonly lightOn: PlainDate | null;
  readonly lightCause: LightCause | null;
}

/** All that is known of one task. */
export interface TaskPage {
  readonly planId: string;
  /** The draft as approved, with the clause's quoted spans. */
  readonly draft: TaskDraft;
  /** The clause as it stands in the notice. */
  readonly clause: string;
  readonly position: ChainPosition;
  /** `unissued` before the task's first event. */
  readonly state: TaskState;
  readonly nextWake: Instant | null;
  readonly parkedReason: string | null;
  readonly subjects: readonly SubjectLine[];
  readonly obligations: readonly ObligationLine[];
  readonly letters: readonly TaskLetter[];
  readonly events: readonly Recorded<EventBase>[];
}

/** Everything about a task, from its clause to its letters. */
export async function taskPage(store: Pick<Store, 'pool' | 'books'>, taskId: string): Promise<TaskPage> {
  const chain = `task/${taskId}`;
  const { planId, draft, clause } = await readClause(store, taskId);
  const loaded = await loadChain(store, chain);
  const { rows: subjects } = await store.pool.query<SubjectLine>(
    `SELECT id, unit_id AS "unitId", kind, title, target, due, due_basis AS "dueBasis", light, light_on AS "lightOn",
            light_cause AS "lightCause" FROM subject WHERE task_id = $1 AND removed_at IS NULL ORDER BY place`,
    [taskId],
  );
  return {
    planId,
    draft,
    clause,
    position: { seq: loaded.seq, hash: loaded.hash },
    state: loaded.state as TaskState,
    nextWake: store.books.task.nextWake(loaded.state),
    parkedReason: loaded.parkedReason,
    subjects,
    obligations: await taskObligations(store, taskId),
    letters: await chainLetters(store, chain),
    events: await readEvents(store, chain),
  };
}

interface ClauseRow {
  readonly planId: string;
  readonly draft: TaskDraft;
  readonly text: string;
}

/** A task of a breakdown with its clause as it stands in the notice. */
export async function readClause(
  { pool }: Source,
  taskId: string,
): Promise<Pick<TaskPage, 'planId' | 'draft' | 'clause'>> {
  const { rows } = await pool.query<ClauseRow>(
    `SELECT plan_id AS "planId", draft, text FROM task_draft JOIN notice USING (plan_id) WHERE task_id::text = $1`,
    [taskId],
  );
  const [row] = rows;
  if (row === undefined) throw new RuleViolation('unknown-task', `没有编号为 ${taskId} 的任务，请核对编号。`);
  const { planId, draft, text } = row;
  return { planId, draft, clause: text.slice(...draft.span) };
}

/** Letters that a chain has made, in the order in which they are due, with what became of each. */
export async function chainLetters({ pool }: Source, chain: string): Promise<readonly TaskLetter[]> {
  const { rows } = await pool.query<TaskLetter>(
    `SELECT letter.kind, unit_id AS "unitId", seat, step, due_at AS "dueAt", about, withdrawn_at_seq IS NOT NULL AS "isWithdrawn",
            sent.state AS "mailState", sent.sent_at AS "sentAt"
     FROM letter LEFT JOIN LATERAL (
       SELECT state, sent_at FROM mail_letter JOIN mail ON mail.id = mail_id WHERE letter_id = letter.id
       ORDER BY made_at DESC LIMIT 1
     ) AS sent ON true
     WHERE chain = $1 ORDER BY due_at, letter.kind, unit_id, seat, step`,
    [chain],
  );
  return rows;
}

/** The task with this number in a plan; null where there is none. */
export async function taskIdOf({ pool }: Source, planId: string, number: string): Promise<string | null> {
  const { rows } = await pool.query<{ readonly task_id: string }>(
    'SELECT task_id FROM task_draft WHERE plan_id = $1 AND number = $2',
    [planId, number],
  );
  return rows[0]?.task_id ?? null;
}
