import type { PersonActor } from '../../domain/actor.ts';
import { contentHash } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { type Instant, dayOf } from '../../domain/instant.ts';
import { proposedSettlement } from '../../domain/plan/proposed-settlement.ts';
import { decideDraft } from '../../domain/plan/settle.ts';
import type { SettleBasis } from '../../domain/plan/settlement-bench.ts';
import type { Settlement } from '../../domain/plan/settlement.ts';
import { unitRegister } from '../registry/units.ts';
import type { Store } from '../store.ts';
import type { Source } from '../transaction.ts';
import { actOnDraft } from './act-on-draft.ts';
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
  const { planId, settlement, by, at } = request;
  const { clock } = await readPlan(store, planId);
  const register = await unitRegister(store, { planId: clock === 'stepped' ? planId : null, day: dayOf(at) });
  const text = await noticeTextOf(store, planId);
  const identity = { commandId: request.commandId, contentHash: contentHash(settlement ?? 'proposed') };
  const acted = await actOnDraft(store, {
    ...request,
    ...identity,
    decide: ({ drafts, points }) => {
      const open = points.filter(({ how }) => how === null).map(({ point }) => point);
      const basis: SettleBasis = { drafts, points: open, register, text };
      return decideDraft(settlement ?? proposedSettlement(basis), basis, { at, by });
    },
  });
  if (acted.outcome === 'other-content')
    throw new RuleViolation('other-content', '同一编号的处理已按其他内容记录，请刷新后重试。');
  if (acted.outcome === 'unchanged') return 0;
  return acted.recorded.filter(({ event }) => event.type === 'pointSettled').length;
}

/** The text of a plan's notice, in which all spans count. */
export async function noticeTextOf({ pool }: Source, planId: string): Promise<string> {
  const { rows } = await pool.query<{ readonly text: string }>('SELECT text FROM notice WHERE plan_id = $1', [planId]);
  const [row] = rows;
  if (row === undefined) throw new RuleViolation('unknown-plan', `没有编号为 ${planId} 的工作要点，请核对编号。`);
  return row.text;
}
