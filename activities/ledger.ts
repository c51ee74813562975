import { Context } from '@temporalio/activity';
import { RuleViolation, assertNever } from '../domain/errors.ts';
import { instantOfEpoch } from '../domain/instant.ts';
import { transportOf } from '../domain/ledger/transport.ts';
import type { EventBase, Recorded } from '../domain/ledger/event.ts';
import { type Appended, append } from '../store/ledger/append.ts';
import { answerOf, parkChain } from '../store/ledger/load.ts';
import type { Store } from '../store/store.ts';
import type { AppendOutcome, AppendRequest } from '../workflows/ledger-port.ts';
import { lasting } from './lasting.ts';
import { type CommandAnswer, answerFrom } from '../domain/ledger/command-answer.ts';

/** What these activities need of the store; a part of it suffices, so that tests can bring books of their own. */
export type LedgerStore = Pick<Store, 'pool' | 'books'>;

/** The ledger as workflows reach it: any chain, append and look up. Everything may be tried again at any time. */
export function createLedger(store: LedgerStore) {
  return {
    /** Records what a command decided; a repeated try finds the rows of the first. */
    async append<E extends EventBase>(request: AppendRequest<E>): Promise<AppendOutcome<E>> {
      const { runId } = Context.current().info.workflowExecution ?? { runId: '' };
      const { requestId, ...asked } = request;
      const transport = transportOf(`workflow/${runId}`, requestId);
      const recordedAt = request.recordedAt ?? instantOfEpoch(Date.now());
      try {
        return outcomeOf<E>(await append(store, { ...asked, recordedAt, transport }));
      } catch (error) {
        if (error instanceof RuleViolation) return { outcome: 'refused', code: error.code, message: error.message };
        throw lasting(error);
      }
    },

    /** What a command of any age came to. */
    async findAnswer({
      chain,
      commandId,
    }: {
      readonly chain: string;
      readonly commandId: string;
    }): Promise<CommandAnswer | null> {
      const found = await answerOf(store, chain, commandId);
      return found === null ? null : answerFrom({ chain, commandId, contentHash: found.contentHash }, found.recorded);
    },

    /** Shows on screens that a chain waits for an operator; null ends that. */
    async noteParked({ chain, reason }: { readonly chain: string; readonly reason: string | null }): Promise<void> {
      await parkChain(store, chain, reason);
    },
  };
}

function outcomeOf<E extends EventBase>(appended: Appended): AppendOutcome<E> {
  switch (appended.outcome) {
    case 'appended':
    case 'repeated':
      // A chain's rows hold events of its own kind: its one writer decided them, and the hash says that nobody changed them.
      return { outcome: appended.outcome, recorded: appended.recorded as readonly Recorded<E>[] };
    case 'other-content':
    case 'moved':
      return { outcome: appended.outcome };
    default:
      return assertNever(appended);
  }
}
