import type { UpdateDefinition } from '@temporalio/common';
import type { Instant } from '../domain/instant.ts';
import type { EventBase } from '../domain/ledger/event.ts';
import type { BookKeeper, KeeperPlan } from './book-keeper.ts';
import type { CommandAnswer } from '../domain/ledger/command-answer.ts';
import type { Envelope, LetterFailure } from './messages.ts';

/** One kind of chain and how its writer treats it; the loop itself holds no rule. */
export interface WriterPlan<S, E extends EventBase, C, A extends C> extends KeeperPlan<S, E, C> {
  readonly chain: string;
  readonly act: UpdateDefinition<CommandAnswer, [Envelope<A>]>;
  /** The one domain assertion that refuses a command before it leaves a trace in the history. */
  readonly mayEnter: (state: S, command: A) => void;
  readonly hasEnded: (state: S) => boolean;
  readonly wake: C;
  /** What to do when calendars or rules changed; null where reading them again is all. */
  readonly retime: C | null;
  /** What a decision needs to know of the moment and the sender could not: read right before it, and no part of the command's identity. */
  readonly prepare?: (state: S, command: C) => Promise<C>;
  readonly failureNote: (failure: LetterFailure) => C;
  /** Work that follows from the state as it now is, such as starting tasks; done before the next entry is taken. */
  readonly followUp?: (keeper: BookKeeper<S, C>, present: Instant) => Promise<void>;
}
