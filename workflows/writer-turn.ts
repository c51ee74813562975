import { log } from '@temporalio/workflow';
import { contentHash } from '../domain/canonical.ts';
import { RuleViolation, assertNever } from '../domain/errors.ts';
import type { Instant } from '../domain/instant.ts';
import type { EventBase } from '../domain/ledger/event.ts';
import type { BookKeeper } from './book-keeper.ts';
import type { Caller, Entry } from './command-inbox.ts';
import type { CommandAnswer } from '../domain/ledger/command-answer.ts';
import type { Envelope } from './messages.ts';
import { CannotGoOn, reasonToPark } from './parking.ts';
import { needsAttention, otherContent, realClock, refusalOf } from './rejecting.ts';
import type { WriterPlan } from './writer-plan.ts';

/** The writer's two tools for one turn. */
export interface Pen<S, E extends EventBase, C, A extends C> {
  readonly plan: WriterPlan<S, E, C, A>;
  readonly keeper: BookKeeper<S, C>;
}

/** Takes one entry that counts at `at`. Returns when its caller has an answer; throws only what parks the chain, or a bug. */
export async function takeEntry<S, E extends EventBase, C, A extends C>(
  pen: Pen<S, E, C, A>,
  entry: Entry<C>,
  at: Instant,
): Promise<void> {
  switch (entry.kind) {
    case 'command':
      return answering(entry.caller, () => settle(pen, entry.envelope, at));
    case 'advance':
      return answering(entry.caller, async () => {
        if (pen.keeper.clock === 'real') throw realClock();
        await takeWakes(pen, at);
        return { seq: pen.keeper.position().seq, nextWake: pen.keeper.nextWake() };
      });
    case 'note':
      return noting(pen, entry.envelope, at);
    case 'reference': {
      await pen.keeper.reload();
      const { retime: command } = pen.plan;
      if (command === null) return;
      const { version, receivedAt } = entry.change;
      return noting(
        pen,
        { commandId: `retime/${version}`, contentHash: contentHash(command), receivedAt, command },
        at,
      );
    }
    default:
      return assertNever(entry);
  }
}

/** Records everything that time does up to `upTo`, each at the instant that was due, oldest first. */
export async function takeWakes<S, E extends EventBase, C, A extends C>(
  pen: Pen<S, E, C, A>,
  upTo: Instant,
): Promise<void> {
  const { plan, keeper } = pen;
  for (let due = keeper.nextWake(); due !== null && due <= upTo; due = keeper.nextWake()) {
    // The place in the chain is part of the id: the same instant may be due again for something that came in between.
    const { seq } = keeper.position();
    const identity = { commandId: `wake/${due}/${seq}`, contentHash: contentHash(plan.wake) };
    const answer = await keeper.record({ ...identity, command: plan.wake, at: due }).catch(asCannotGoOn);
    if (answer !== 'moved' && answer.events === 0 && keeper.nextWake() === due) {
      throw new CannotGoOn(`${due} 应办的事项没有产生记录，时钟无法继续`);
    }
  }
}

/** Decides and records one command, with the wakes before it; a command that has its answer gets that one. */
async function settle<S, E extends EventBase, C, A extends C>(
  pen: Pen<S, E, C, A>,
  { commandId, contentHash: hash, command, receivedAt, requestId }: Envelope<C>,
  at: Instant,
): Promise<CommandAnswer> {
  for (;;) {
    const known = pen.keeper.hashOf(commandId);
    if (known !== undefined && known !== hash) throw otherContent();
    const earlier = known === undefined ? null : await pen.keeper.answerTo(commandId);
    if (earlier !== null) return earlier;
    await takeWakes(pen, at);
    const { prepare } = pen.plan;
    const prepared = prepare === undefined ? command : await prepare(pen.keeper.state(), command);
    const origin = requestId === undefined ? {} : { requestId };
    const proposal = { commandId, contentHash: hash, command: prepared, at, ...origin };
    const answer = await pen.keeper.record(proposal, receivedAt);
    if (answer !== 'moved') return answer;
  }
}

// Nobody waits for a note: what the rules refuse of it is only logged.
async function noting<S, E extends EventBase, C, A extends C>(
  pen: Pen<S, E, C, A>,
  envelope: Envelope<C>,
  at: Instant,
): Promise<void> {
  if (pen.plan.hasEnded(pen.keeper.state())) return;
  try {
    await settle(pen, envelope, at);
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    log.warn('note refused', { commandId: envelope.commandId, code: error.code });
  }
}

async function answering<A>({ answer, refuse }: Caller<A>, work: () => Promise<A>): Promise<void> {
  try {
    answer(await work());
  } catch (error) {
    if (error instanceof RuleViolation) return refuse(refusalOf(error));
    if (reasonToPark(error) !== null) refuse(refusalOf(needsAttention()));
    throw error;
  }
}

// Time cannot be refused: a rule that tries is at odds with its own `nextWake`.
function asCannotGoOn(error: unknown): never {
  throw error instanceof RuleViolation ? new CannotGoOn(error.message) : error;
}
