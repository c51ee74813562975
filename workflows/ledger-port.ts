import type { Instant } from '../domain/instant.ts';
import type { DecisionContext } from '../domain/ledger/book.ts';
import type { ChainKind, ChainPosition, CommandIdentity, EventBase, Recorded } from '../domain/ledger/event.ts';
import type { PlanClock } from '../domain/plan/plan-state.ts';
import type { CommandAnswer } from '../domain/ledger/command-answer.ts';

/** All with which a run begins: what the ledger says of its chain, and the data by which it decides. */
export interface OpenedBook<S, C> {
  readonly chain: string;
  readonly position: ChainPosition;
  readonly state: S;
  readonly context: DecisionContext;
  readonly clock: PlanClock;
  /** Where a stepped plan's clock stands; null on a real one. */
  readonly planInstant: Instant | null;
  /** The last commands that the chain recorded, so that a repeated click is known as one. */
  readonly recent: readonly CommandIdentity[];
  /** The command that an empty chain begins with; null where the chain has events, or another writer began it. */
  readonly first: FirstCommand<C> | null;
}

/** A command that the ledger itself implies, with the instant at which it counts. */
export interface FirstCommand<C> extends CommandIdentity {
  readonly at: Instant;
  readonly command: C;
}

/** Events that were decided at `expected`, to be recorded there or not at all. */
export interface AppendRequest<E extends EventBase> extends CommandIdentity {
  readonly kind: ChainKind;
  readonly chain: string;
  readonly expected: ChainPosition;
  readonly events: readonly E[];
  /** The plan's instant on a stepped plan; null takes the wall clock of the transaction. */
  readonly recordedAt: Instant | null;
  /** The request that brought the command, where one did. */
  readonly requestId?: string;
}

/**
 * What became of an append: rows of this command (`repeated`: of an earlier try), or nothing, because the id stands for other content,
 * because other rows stand where these should have gone, or because the database could not hold what it says.
 */
export type AppendOutcome<E extends EventBase> =
  | { readonly outcome: 'appended' | 'repeated'; readonly recorded: readonly Recorded<E>[] }
  | { readonly outcome: 'other-content' }
  | { readonly outcome: 'moved' }
  | { readonly outcome: 'refused'; readonly code: string; readonly message: string };

/** What a writer needs of the ledger. Each is an activity: retried until it works, idempotent. */
export interface LedgerPort<S, E extends EventBase, C> {
  readonly open: () => Promise<OpenedBook<S, C>>;
  readonly append: (request: AppendRequest<E>) => Promise<AppendOutcome<E>>;
  /** What a recorded command came to; null where the chain has no such command. */
  readonly findAnswer: (question: {
    readonly chain: string;
    readonly commandId: string;
  }) => Promise<CommandAnswer | null>;
  /** Shows on screens that the chain waits for an operator, or (null) no longer. */
  readonly noteParked: (note: { readonly chain: string; readonly reason: string | null }) => Promise<void>;
}
