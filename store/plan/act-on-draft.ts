import type { Sha256 } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { DecisionContext } from '../../domain/ledger/book.ts';
import type { PlanEvent } from '../../domain/plan/plan-event.ts';
import type { PlanState } from '../../domain/plan/plan-state.ts';
import type { TaskDraft } from '../../domain/plan/task-draft.ts';
import { type Acted, actOnChain } from '../ledger/act-on-chain.ts';
import { decisionContext } from '../registry/decision-data.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';
import { type DraftPoint, readDrafts, readPoints } from './breakdown.ts';

/** A plan's draft as it stands under its lock. */
export interface PlanDraft {
  readonly state: PlanState;
  readonly drafts: readonly TaskDraft[];
  readonly points: readonly DraftPoint[];
  readonly context: DecisionContext;
}

/** An act on a draft that no workflow holds yet: what it decides is decided by `decide`, a function of the domain. */
export interface DraftAct {
  readonly planId: string;
  readonly decide: (draft: PlanDraft) => readonly PlanEvent[];
  readonly commandId: string;
  readonly contentHash: Sha256;
  readonly recordedAt: Instant;
  readonly transport: string;
}

/** Records what is decided on a plan's draft; refused from the consultation on, when the plan's workflow is its only writer. */
export async function actOnDraft(store: Store, act: DraftAct): Promise<Acted> {
  const { planId, decide } = act;
  return inTransaction(store.pool, (client) =>
    actOnChain(client, store, { ...act, chain: `plan/${planId}` }, async (head) => {
      const state = head.state as PlanState;
      assertDraft(planId, state);
      const source = { pool: client };
      const [drafts, points] = [await readDrafts(source, planId), await readPoints(source, planId)];
      return decide({ state, drafts, points, context: await decisionContext(source, planId) });
    }),
  );
}

function assertDraft(planId: string, { phase }: PlanState): void {
  if (phase === 'none') throw new RuleViolation('unknown-plan', `没有编号为 ${planId} 的工作要点，请核对编号。`);
  if (phase !== 'draft')
    throw new RuleViolation('wrong-phase', '工作要点已进入征求意见或后续阶段，请改用修改任务分解的办理方式。');
}
