import type { Sha256 } from '../domain/canonical.ts';
import { RuleViolation, assertNever } from '../domain/errors.ts';
import { type Instant, later } from '../domain/instant.ts';
import { completeRules } from '../domain/rules-defaults.ts';
import type { Book, DecisionContext } from '../domain/ledger/book.ts';
import type { ChainPosition, CommandIdentity, EventBase } from '../domain/ledger/event.ts';
import type { PlanClock } from '../domain/plan/plan-state.ts';
import { type BookPage, bookPage } from './book-page.ts';
import type { LedgerPort, OpenedBook } from './ledger-port.ts';
import { type CommandAnswer, answerFrom } from '../domain/ledger/command-answer.ts';
import { otherContent } from './rejecting.ts';

/** A command and the instant at which it counts, ready to be decided. */
export interface Proposal<C> extends CommandIdentity {
  readonly command: C;
  readonly at: Instant;
  readonly requestId?: string;
}

/** Decides what a command does to a state; throws `RuleViolation`. */
export type Decide<S, E, C> = (
  state: S,
  request: { readonly command: C; readonly at: Instant; readonly receivedAt?: Instant },
  context: DecisionContext,
) => readonly E[];

/** A chain's state that is known to be recorded, and the only way to carry it on. */
export interface BookKeeper<S, C> {
  readonly opened: () => OpenedBook<S, C>;
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
  const { book, ledger } = plan;
  let opened = await ledger.open();
  const page = bookPage(book, opened);
  const hashes = new Map(opened.recent.map((known) => [known.commandId, known.contentHash]));
  const answers = new Map<string, CommandAnswer>();
  // A decision belongs to the version that the run began with, even when its data is read again.
  const { decisionVersion } = opened.context;

  const reload = async (): Promise<void> => {
    opened = await ledger.open();
    page.turnTo(opened);
    for (const known of opened.recent) hashes.set(known.commandId, known.contentHash);
  };

  const record = async (proposal: Proposal<C>, receivedAt?: Instant): Promise<CommandAnswer | 'moved'> => {
    const context = { ...opened.context, rules: completeRules(opened.context.rules), decisionVersion };
    const answer = await decideAndAppend(plan, { page, opened, context }, { proposal, receivedAt });
    if (answer === 'moved') await reload();
    else if (answer.events > 0) {
      hashes.set(answer.commandId, answer.contentHash);
      answers.set(answer.commandId, answer);
    }
    return answer;
  };

  return {
    opened: () => opened,
    clock: opened.clock,
    state: page.state,
    position: page.position,
    nextWake: () => book.nextWake(page.state()),
    hashOf: (commandId) => hashes.get(commandId),
    answerTo: async (commandId) => answers.get(commandId) ?? ledger.findAnswer({ chain: opened.chain, commandId }),
    record,
    reload,
  };
}

interface Desk<S, E extends EventBase, C> {
  readonly page: BookPage<S, E>;
  readonly opened: OpenedBook<S, C>;
  readonly context: DecisionContext;
}

interface Asked<C> {
  readonly proposal: Proposal<C>;
  readonly receivedAt: Instant | undefined;
}

async function decideAndAppend<S, E extends EventBase, C>(
  { book, decide, lastAt, ledger }: KeeperPlan<S, E, C>,
  { page, opened, context }: Desk<S, E, C>,
  { proposal, receivedAt }: Asked<C>,
): Promise<CommandAnswer | 'moved'> {
  const { commandId, contentHash, command, requestId } = proposal;
  const at = later(proposal.at, lastAt(page.state()) ?? proposal.at);
  const request = receivedAt === undefined ? { command, at } : { command, at, receivedAt };
  const events = decide(page.state(), request, context);
  const told = { chain: opened.chain, commandId, contentHash };
  if (events.length === 0) return { ...told, seq: page.position().seq, at, events: 0 };
  const recordedAt = opened.clock === 'stepped' ? at : null;
  const origin = requestId === undefined ? {} : { requestId };
  const decided = { kind: book.kind, expected: page.position(), events, recordedAt };
  const outcome = await ledger.append({ ...told, ...decided, ...origin });
  switch (outcome.outcome) {
    case 'appended':
    case 'repeated':
      if (!page.take(outcome.recorded)) return 'moved';
      return answerFrom(told, outcome.recorded) ?? { ...told, seq: page.position().seq, at, events: 0 };
    case 'moved':
      return 'moved';
    case 'other-content':
      throw otherContent();
    case 'refused':
      throw new RuleViolation(outcome.code, outcome.message);
    default:
      return assertNever(outcome);
  }
}
