import type { ChainAct } from '../../domain/act/chain-act.ts';
import type { Approver } from '../../domain/act/approved-act.ts';
import type { PersonActor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PaperApproval } from '../../domain/paper-approval.ts';
import type { SheetPhase } from '../../domain/sheet/sheet-state.ts';
import type { Source } from '../transaction.ts';

/** A sheet as lists show it. */
export interface SheetLine {
  readonly sheetId: string;
  readonly key: string;
  readonly unitId: string;
  readonly approver: Approver;
  readonly actType: ChainAct['type'];
  readonly phase: SheetPhase;
  readonly version: number;
  readonly checkCode: string;
  readonly draftedBy: PersonActor;
  readonly draftedAt: Instant;
  readonly askedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: PersonActor | null;
  readonly paper: PaperApproval | null;
  readonly reasonId: string | null;
  /** Why the chain that the act went to refused it. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
}

/** A sheet with the act that it holds; `act` is null once its text was erased. */
export interface SheetPage extends SheetLine {
  readonly planId: string;
  readonly act: ChainAct | null;
}

const columns = `sheet_id AS "sheetId", sheet.plan_id AS "planId", key, unit_id AS "unitId", approver, act_type AS "actType", phase, version,
  check_code AS "checkCode", drafted_by AS "draftedBy", drafted_at AS "draftedAt", asked_at AS "askedAt", decided_at AS "decidedAt",
  decided_by AS "decidedBy", paper, reason_id AS "reasonId", refusal`;

/** Narrows the question; what is left out is not asked. */
export interface SheetQuestion {
  readonly unitId?: string;
  readonly phase?: SheetPhase;
}

/** The sheets of a plan, the oldest first. */
export async function listSheets(
  { pool }: Source,
  planId: string,
  { unitId, phase }: SheetQuestion = {},
): Promise<readonly SheetLine[]> {
  const { rows } = await pool.query<SheetLine>(
    `SELECT ${columns} FROM sheet WHERE plan_id = $1 AND ($2::uuid IS NULL OR unit_id = $2) AND ($3::text IS NULL OR phase = $3)
     ORDER BY drafted_at, key`,
    [planId, unitId ?? null, phase ?? null],
  );
  return rows;
}

/** The sheet of this id; null where there is none. */
export async function readSheet({ pool }: Source, sheetId: string): Promise<SheetPage | null> {
  const { rows } = await pool.query<Omit<SheetPage, 'act'> & { readonly text: string | null }>(
    `SELECT ${columns}, content.text FROM sheet LEFT JOIN content ON content.id = content_id WHERE sheet_id = $1`,
    [sheetId],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { text, ...page } = row;
  return { ...page, act: text === null ? null : (JSON.parse(text) as ChainAct) };
}

/** Approved sheets whose act was not yet done or refused, the oldest first. */
export async function sheetsToCarryOut({ pool }: Source, planId: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly id: string }>({
    name: 'sheets to carry out',
    text: `SELECT sheet_id AS id FROM sheet WHERE plan_id = $1 AND phase = 'approved' ORDER BY decided_at, key`,
    values: [planId],
  });
  return rows.map(({ id }) => id);
}

/** Real plans with approved sheets whose act was not yet done or refused; a rehearsal looks after its own. */
export async function plansWithSheetsLeft({ pool }: Source): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly id: string }>({
    name: 'plans with sheets left',
    text: `SELECT DISTINCT plan_id AS id FROM sheet JOIN plan USING (plan_id)
           WHERE sheet.phase = 'approved' AND plan.clock = 'real' ORDER BY plan_id`,
  });
  return rows.map(({ id }) => id);
}
