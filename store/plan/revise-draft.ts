import { RuleViolation } from '../../domain/errors.ts';
import { decidePlan } from '../../domain/plan/decide.ts';
import type { PlanAct, ReviseTask } from '../../domain/plan/plan-command.ts';
import type { ReshapeCommand } from '../../domain/plan/reshape/reshape-command.ts';
import type { Acted } from '../ledger/act-on-chain.ts';
import type { Store } from '../store.ts';
import { type DraftAct, actOnDraft } from './act-on-draft.ts';

/** What changes the tasks of a breakdown by hand. */
export type DraftCommand = ReviseTask | ReshapeCommand;

const ofDraft: readonly PlanAct['type'][] = ['reviseTask', 'splitTask', 'mergeTasks', 'addTask', 'dropTask'];

/** Whether a command on a plan is for the store as long as the plan is a draft. */
export function isOfDraft(command: PlanAct): command is DraftCommand {
  return ofDraft.includes(command.type);
}

/** Records a change of the breakdown on a plan that no workflow holds yet. */
export async function reviseDraft(
  store: Store,
  act: Omit<DraftAct, 'decide'> & { readonly command: DraftCommand },
): Promise<Acted> {
  const { command, recordedAt: at } = act;
  const acted = await actOnDraft(store, {
    ...act,
    decide: ({ state, context }) => decidePlan(state, { command, at }, context),
  });
  if (acted.outcome === 'other-content')
    throw new RuleViolation('other-content', '同一编号的修改已按其他内容记录，请刷新后重试。');
  return acted;
}
