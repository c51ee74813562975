import type { PersonActor } from '../../domain/actor.ts';
import { type Sha256, contentHash } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { type Instant, dayOf } from '../../domain/instant.ts';
import { proposedSettlement } from '../../domain/plan/proposed-settlement.ts';
import type { SettleTasks } from '../../domain/plan/plan-command.ts';
import { decideDraft, settleBreakdown } from '../../domain/plan/settle.ts';
import type { SettleBasis } from '../../domain/plan/settlement-bench.ts';
import type { Settlement } from '../../domain/plan/settlement.ts';
import type { OpenPoint } from '../../domain/plan/task-draft.ts';
import { unitRegister } from '../registry/units.ts';
import type { Store } from '../store.ts';
import type { Source } from '../transaction.ts';
import { actOnDraft } from './act-on-draft.ts';
import { type DraftPoint, breakdownVersion, readDrafts, readPoints } from './breakdown.ts';
import { readPlan } from './plans.ts';

/** A settlement of a draft's open points, by whom and when. */
export interface SettleRequest {
  readonly planId: string;
  /** Null settles everything as duban proposes. */
  readonly settlement: Settlement | null;
  readonly by: PersonActor;
  readonly at: Instant;
  readonly commandId: string;
  readonly recordedAt: Instant;
  readonly transport: string;
}

/** Carries a settlement out on a plan that is still a draft, all of it or nothing; returns how many points it settled. */
export async function settlePlan(store: Store, request: SettleRequest): Promise<number> {
  const { settlement, by, at } = request;
  const outside = await basisOutsideBreakdown(store, request);
  const identity = { commandId: request.commandId, contentHash: settlementHash(settlement) };
  const acted = await actOnDraft(store, {
    ...request,
    ...identity,
    decide: ({ drafts, points }) => {
      const basis: SettleBasis = { drafts, points: stillOpen(points), ...outside };
      return decideDraft(settlement ?? proposedSettlement(basis), basis, { at, by });
    },
  });
  if (acted.outcome === 'other-content')
    throw new RuleViolation('other-content', '同一编号的处理已按其他内容记录，请刷新后重试。');
  if (acted.outcome === 'unchanged') return 0;
  return acted.recorded.filter(({ event }) => event.type === 'pointSettled').length;
}

/** What a settlement says, as the same id is known by. */
export function settlementHash(settlement: Settlement | null): Sha256 {
  return contentHash(settlement ?? 'proposed');
}

/** The same on a plan in consultation, whose workflow records it: made on the breakdown as it stands now. */
export async function settlementCommand(
  store: Store,
  { planId, settlement, by, at }: Pick<SettleRequest, 'planId' | 'settlement' | 'by' | 'at'>,
): Promise<SettleTasks> {
  // The version first: whatever is revised meanwhile makes it an old one, and the command is refused.
  const { draftVersion } = await breakdownVersion(store, planId);
  const [drafts, points] = [await readDrafts(store, planId), await readPoints(store, planId)];
  const outside = await basisOutsideBreakdown(store, { planId, at });
  const basis: SettleBasis = { drafts, points: stillOpen(points), ...outside };
  const settled = settleBreakdown(settlement ?? proposedSettlement(basis), basis);
  return { type: 'settleTasks', by, draftVersion, ...settled };
}

function stillOpen(points: readonly DraftPoint[]): readonly OpenPoint[] {
  return points.filter(({ how }) => how === null).map(({ point }) => point);
}

async function basisOutsideBreakdown(
  store: Store,
  { planId, at }: Pick<SettleRequest, 'planId' | 'at'>,
): Promise<Pick<SettleBasis, 'register' | 'text'>> {
  const { clock } = await readPlan(store, planId);
  const register = await unitRegister(store, { planId: clock === 'stepped' ? planId : null, day: dayOf(at) });
  return { register, text: await noticeTextOf(store, planId) };
}

/** The text of a plan's notice, in which all spans count. */
export async function noticeTextOf({ pool }: Source, planId: string): Promise<string> {
  const { rows } = await pool.query<{ readonly text: string }>('SELECT text FROM notice WHERE plan_id = $1', [planId]);
  const [row] = rows;
  if (row === undefined) throw new RuleViolation('unknown-plan', `没有编号为 ${planId} 的工作要点，请核对编号。`);
  return row.text;
}
