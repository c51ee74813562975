import type { Sha256 } from '../domain/canonical.ts';
import { RuleViolation } from '../domain/errors.ts';
import { type Instant, later } from '../domain/instant.ts';
import type { Book, DecisionContext } from '../domain/ledger/book.ts';
import type { ChainPosition, CommandIdentity, EventBase, Recorded } from '../domain/ledger/event.ts';
import type { PlanClock } from '../domain/plan/plan-state.ts';
import type { LedgerPort, OpenedBook } from './ledger-port.ts';
import { type CommandAnswer, answerFrom } from '../domain/ledger/command-answer.ts';
import { otherContent } from './rejecting.ts';

/** A command and the instant at which it counts, ready to be decided. */
export interface Proposal<C> extends CommandIdentity {
  readonly command: C;
  readonly at: Instant;
}

/** Decides what a command does to a state; throws `RuleViolation`. */
export type Decide<S, E, C> = (
  state: S,
  request: { readonly command: C; readonly at: Instant; readonly receivedAt?: Instant },
  context: DecisionContext,
) => readonly E[];

/** A chain's state that is known to be recorded, and the only way to carry it on. */
export interface BookKeeper<S, C> {
  readonly opened: OpenedBook<S, C>;
  readonly clock: PlanClock;
  readonly state: () => S;
  readonly position: () => ChainPosition;
  readonly nextWake: () => Instant | null;
  /** What a command of this run, or one of the last before it, said; undefined where it is not known as recorded. */
  readonly hashOf: (commandId: string) => Sha256 | undefined;
  /** The old answer to a command that is known. */
  readonly answerTo: (commandId: string) => Promise<CommandAnswer | null>;
  /** Decides and records; `moved` when the ledger had gone on without this run: the state is new, decide everything again. */
  readonly record: (proposal: Proposal<C>, receivedAt?: Instant) => Promise<CommandAnswer | 'moved'>;
  /** Reads the ledger and the data to decide by anew. */
  readonly reload: () => Promise<void>;
}

export interface KeeperPlan<S, E extends EventBase, C> {
  readonly book: Book<S, E>;
  readonly decide: Decide<S, E, C>;
  readonly lastAt: (state: S) => Instant | null;
  readonly ledger: LedgerPort<S, E, C>;
}

/** Opens the book of a chain. The state evolves by what `append` returns, never by what was proposed. */
export async function openBook<S, E extends EventBase, C>(plan: KeeperPlan<S, E, C>): Promise<BookKeeper<S, C>> {
  const { book, decide, lastAt, ledger } = plan;
  let opened = await ledger.open();
  let { state, position } = opened;
  const hashes = new Map(opened.recent.map((known) => [known.commandId, known.contentHash]));
  const answers = new Map<string, CommandAnswer>();
  // A decision belongs to the version that the run began with, even when its data is read again.
  const { decisionVersion } = opened.context;

  const reload = async (): Promise<void> => {
    opened = await ledger.open();
    ({ state, position } = opened);
    for (const known of opened.recent) hashes.set(known.commandId, known.contentHash);
  };

  const moved = async (): Promise<'moved'> => {
    await reload();
    return 'moved';
  };

  const take = (rows: readonly Recorded<E>[]): 'taken' | 'gap' => {
    const fresh = rows.filter(({ seq }) => seq > position.seq);
    if (fresh.length > 0 && fresh[0]?.seq !== position.seq + 1) return 'gap';
    for (const { event, seq, hash } of fresh) {
      state = book.evolve(state, event);
      position = { seq, hash };
    }
    return 'taken';
  };

  const record = async (proposal: Proposal<C>, receivedAt?: Instant): Promise<CommandAnswer | 'moved'> => {
    const { commandId, contentHash, command } = proposal;
    const at = later(proposal.at, lastAt(state) ?? proposal.at);
    const request = receivedAt === undefined ? { command, at } : { command, at, receivedAt };
    const events = decide(state, request, { ...opened.context, decisionVersion });
    const told = { commandId, contentHash, chain: opened.chain };
    if (events.length === 0) return { ...told, seq: position.seq, at, events: 0 };
    const outcome = await ledger.append({
      ...told,
      kind: book.kind,
      expected: position,
      events,
      recordedAt: opened.clock === 'stepped' ? at : null,
    });
    if (outcome.outcome === 'other-content') throw otherContent();
    if (outcome.outcome === 'refused') throw new RuleViolation(outcome.code, outcome.message);
    if (outcome.outcome === 'moved') return moved();
    const { recorded } = outcome;
    if (take(recorded) === 'gap') return moved();
    const answer = answerFrom(told, recorded) ?? { ...told, seq: position.seq, at, events: 0 };
    hashes.set(commandId, contentHash);
    answers.set(commandId, answer);
    return answer;
  };

  return {
    get opened() {
      return opened;
    },
    clock: opened.clock,
    state: () => state,
    position: () => position,
    nextWake: () => book.nextWake(state),
    hashOf: (commandId) => hashes.get(commandId),
    answerTo: async (commandId) => answers.get(commandId) ?? ledger.findAnswer({ chain: opened.chain, commandId }),
    record,
    reload,
  };
}
