import {
  type Client,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure, type UpdateDefinition } from '@temporalio/common';
import { RuleViolation } from '../../domain/errors.ts';
import type { CommandAnswer } from '../../domain/ledger/command-answer.ts';
import { type ActOutcome, type Envelope, refusalMark } from '../../workflows/messages.ts';
import type { DubanWorkflow, StartPlan } from './start-plan.ts';

/** What an act needs to find out from the ledger when the engine cannot say it. */
export interface ActLedger {
  readonly findAnswer: (chain: string, commandId: string) => Promise<CommandAnswer | null>;
  readonly hasEvents: (chain: string) => Promise<boolean>;
}

/** The engine and the ledger behind it; a caller is kept waiting for `waitMs` at most. */
export interface ActDeps {
  readonly client: Client;
  readonly ledger: ActLedger;
  readonly waitMs: number;
}

/** Where an act goes: the chain's writer, how to start it where it is not running, and what to say where it has ended. */
export interface ActTarget<C> {
  readonly start: StartPlan;
  readonly update: UpdateDefinition<CommandAnswer, [Envelope<C>]>;
  readonly closed: RuleViolation;
  /** The act may be the first of its chain. */
  readonly mayBegin?: boolean;
}

/**
 * Sends a command to the writer of its chain, under the id that its sender chose. Whatever the engine says or fails to say, the
 * ledger has the last word: a command that it holds is recorded, even where the engine refused to look at it.
 */
export async function act<C>(deps: ActDeps, target: ActTarget<C>, envelope: Envelope<C>): Promise<ActOutcome> {
  const told = await deps.client
    .withDeadline(Date.now() + deps.waitMs, () => send(deps, target, envelope))
    .catch(refusalIn);
  if (told !== null && told.outcome === 'recorded' && told.answer.contentHash === envelope.contentHash) return told;
  return (await fromLedger(deps.ledger, target.start.workflowId, envelope)) ?? told ?? { outcome: 'unconfirmed' };
}

async function send<C>(
  { client, ledger }: ActDeps,
  { start, update, closed, mayBegin = false }: ActTarget<C>,
  envelope: Envelope<C>,
): Promise<ActOutcome> {
  const options = { updateId: envelope.commandId, args: [envelope] as [Envelope<C>] };
  try {
    return {
      outcome: 'recorded',
      answer: await client.workflow.getHandle(start.workflowId).executeUpdate(update, options),
    };
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  // Nothing is started for an id that the ledger does not know: it would only wait for ever.
  if (!mayBegin && !(await ledger.hasEvents(start.workflowId)))
    throw new RuleViolation('unknown-chain', '没有找到要办理的事项，请核对编号');
  try {
    const startWorkflowOperation = new WithStartWorkflowOperation<DubanWorkflow>(start.type, {
      ...start.options,
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    const answer = await client.workflow.executeUpdateWithStart(update, { ...options, startWorkflowOperation });
    return { outcome: 'recorded', answer };
  } catch (error) {
    throw error instanceof WorkflowExecutionAlreadyStartedError ? closed : error;
  }
}

/** A refusal that is ours; null for any other failure, which says nothing about what is recorded. */
function refusalIn(error: unknown): ActOutcome | null {
  if (error instanceof RuleViolation) return { outcome: 'refused', code: error.code, message: error.message };
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.details?.[0] !== refusalMark) return null;
  return { outcome: 'refused', code: cause.type ?? '', message: cause.message };
}

// Null where the ledger cannot be asked either: then nobody knows.
async function fromLedger<C>(
  ledger: ActLedger,
  chain: string,
  { commandId, contentHash }: Envelope<C>,
): Promise<ActOutcome | null> {
  const answer = await ledger.findAnswer(chain, commandId).catch(() => null);
  if (answer === null) return null;
  if (answer.contentHash === contentHash) return { outcome: 'recorded', answer };
  return { outcome: 'refused', code: 'other-content', message: '该编号已用于另一内容的办理，请刷新页面后重新填写提交' };
}
