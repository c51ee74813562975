import type { PersonActor } from '../../domain/actor.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import { transportOf } from '../../domain/ledger/transport.ts';
import type { Settlement } from '../../domain/plan/settlement.ts';
import { answerOf } from '../../store/ledger/load.ts';
import { readPlan } from '../../store/plan/plans.ts';
import { settlePlan, settlementCommand, settlementHash } from '../../store/plan/settle-plan.ts';
import type { Store } from '../../store/store.ts';
import type { Engine } from '../engine/engine.ts';
import { told } from './told.ts';

/** A settlement of open points, by whom and when; null settles everything as duban proposes. */
export interface SettleAsk {
  readonly planId: string;
  readonly settlement: Settlement | null;
  readonly by: PersonActor;
  readonly at: Instant;
  readonly commandId: string;
  readonly requestId?: string | undefined;
}

/**
 * Decides open points, on a draft by the store and from the consultation on by the plan's workflow; returns how many. A settlement
 * that is recorded gives its old answer, although the points that it names are no longer open.
 */
export async function settlePoints(
  { store, engine }: { readonly store: Store; readonly engine: Pick<Engine, 'actOnPlan'> },
  ask: SettleAsk,
): Promise<number> {
  const { planId, settlement, by, at, commandId, requestId } = ask;
  const { phase } = await readPlan(store, planId);
  if (phase === 'draft') return settlePlan(store, { ...ask, recordedAt: at, transport: transportOf('act', requestId) });
  const contentHash = settlementHash(settlement);
  const recorded = async (): Promise<number | null> => {
    const found = await answerOf(store, `plan/${planId}`, commandId);
    if (found !== null && found.contentHash !== contentHash)
      throw new RuleViolation('other-content', '同一编号的处理已按其他内容记录，请刷新后重试。');
    return found === null ? null : found.recorded.filter(({ event }) => event.type === 'pointSettled').length;
  };
  const earlier = await recorded();
  if (earlier !== null) return earlier;
  const command = await settlementCommand(store, { planId, settlement, by, at });
  const request = requestId === undefined ? {} : { requestId };
  told(await engine.actOnPlan(planId, { commandId, contentHash, receivedAt: at, command, ...request }));
  return (await recorded()) ?? 0;
}
