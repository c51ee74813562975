import type { Instant } from '../instant.ts';
import type { CommandIdentity, EventBase, Recorded } from './event.ts';

/** What a command came to. `seq` is its last event, or the head of the chain where it changed nothing (`events` is 0). */
export interface CommandAnswer extends CommandIdentity {
  readonly chain: string;
  readonly seq: number;
  readonly at: Instant;
  readonly events: number;
}

/** The answer to a command by the rows that it made, however long ago; null for a command without any. */
export function answerFrom(
  told: Pick<CommandAnswer, 'chain' | 'commandId' | 'contentHash'>,
  recorded: readonly Recorded<EventBase>[],
): CommandAnswer | null {
  const last = recorded.at(-1);
  const { chain, commandId, contentHash } = told;
  return last === undefined
    ? null
    : { chain, commandId, contentHash, seq: last.seq, at: last.event.at, events: recorded.length };
}
