import { allHandlersFinished, condition } from '@temporalio/workflow';
import type { EventBase } from '../domain/ledger/event.ts';
import { openBook } from './book-keeper.ts';
import type { Entry } from './command-inbox.ts';
import { parkUntilResumed, reasonToPark } from './parking.ts';
import { chainClock } from './plan-clock.ts';
import { needsAttention, refusalOf } from './rejecting.ts';
import type { Desk } from './writer-desk.ts';
import type { WriterPlan } from './writer-plan.ts';
import { takeEntry } from './writer-turn.ts';

/**
 * The rest of a run that cannot go on: callers are refused, an operator is waited for, and what came without a caller is recorded
 * then, since nobody would send it again. Returns when the next run can begin.
 */
export async function waitParked<S, E extends EventBase, C, A extends C>(
  plan: WriterPlan<S, E, C, A>,
  desk: Desk<S, C>,
  firstReason: string,
): Promise<void> {
  const notes: Entry<C>[] = [];
  const { noteParked } = plan.ledger;
  let reason: string | null = firstReason;
  for (;;) {
    if (reason !== null) {
      desk.park(reason);
      notes.push(...refuseCallers(desk));
      await parkUntilResumed({ chain: plan.chain, reason, isResumed: desk.isResumed, noteParked });
    }
    notes.push(...refuseCallers(desk));
    reason = await recordNotes(plan, notes);
    if (reason !== null) continue;
    await condition(() => desk.inbox.size() > 0 || allHandlersFinished());
    if (desk.inbox.size() === 0) return;
  }
}

/** Answers whatever is queued with the refusal that fits a parked chain, and gives back what nobody waits for. */
function refuseCallers<S, C>({ inbox }: Desk<S, C>): readonly Entry<C>[] {
  const kept: Entry<C>[] = [];
  for (let entry = inbox.next(); entry !== undefined; entry = inbox.next()) {
    if (entry.kind === 'command' || entry.kind === 'advance') entry.caller.refuse(refusalOf(needsAttention()));
    else kept.push(entry);
  }
  return kept;
}

// Null when all are recorded; otherwise why the chain has to be parked once more.
async function recordNotes<S, E extends EventBase, C, A extends C>(
  plan: WriterPlan<S, E, C, A>,
  notes: Entry<C>[],
): Promise<string | null> {
  if (notes.length === 0) return null;
  try {
    const keeper = await openBook(plan);
    const clock = chainClock(keeper.clock, keeper.opened().planInstant);
    for (let note = notes[0]; note !== undefined; note = notes[0]) {
      await takeEntry({ plan, keeper }, note, clock.instantOf(note));
      notes.shift();
    }
    return null;
  } catch (error) {
    const reason = reasonToPark(error);
    if (reason === null) throw error;
    return reason;
  }
}
