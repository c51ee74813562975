import { allHandlersFinished, condition } from '@temporalio/workflow';
import { RuleViolation } from '../domain/errors.ts';
import type { EventBase } from '../domain/ledger/event.ts';
import { type BookKeeper, openBook } from './book-keeper.ts';
import { waitParked } from './parked-writer.ts';
import { CannotGoOn, reasonToPark } from './parking.ts';
import { chainClock } from './plan-clock.ts';
import { isRunOld } from './renewal.ts';
import { updatableTimer } from './updatable-timer.ts';
import { type Desk, openDesk } from './writer-desk.ts';
import type { WriterPlan } from './writer-plan.ts';
import { type Pen, takeEntry, takeWakes } from './writer-turn.ts';

/** `ended` when the chain is complete, `renew` when the next run should go on. */
export type WriterOutcome = 'ended' | 'renew';

/** The one writer of a chain, for one run. Returns only with an empty inbox and every caller answered. */
export async function writeChain<S, E extends EventBase, C, A extends C>(
  plan: WriterPlan<S, E, C, A>,
): Promise<WriterOutcome> {
  const desk = openDesk(plan);
  try {
    const keeper = await openBook(plan);
    desk.sitDown(keeper);
    await begin(keeper);
    return await serve({ plan, keeper }, desk);
  } catch (error) {
    const reason = reasonToPark(error);
    if (reason === null) throw error;
    await waitParked(plan, desk, reason);
    return 'renew';
  }
}

/** On an empty chain, the command that the ledger itself implies. */
async function begin<S, C>(keeper: BookKeeper<S, C>): Promise<void> {
  for (let { first } = keeper.opened(); first !== null; { first } = keeper.opened()) {
    try {
      if ((await keeper.record(first)) !== 'moved') return;
    } catch (error) {
      throw error instanceof RuleViolation ? new CannotGoOn(error.message) : error;
    }
  }
}

async function serve<S, E extends EventBase, C, A extends C>(
  pen: Pen<S, E, C, A>,
  desk: Desk<S, C>,
): Promise<WriterOutcome> {
  const { plan, keeper } = pen;
  const { inbox } = desk;
  const timer = updatableTimer();
  const clock = chainClock(keeper.clock, keeper.opened().planInstant);
  const beganAt = clock.present();
  for (;;) {
    const entry = inbox.next();
    if (entry !== undefined) await takeEntry(pen, entry, clock.instantOf(entry));
    else if (keeper.clock === 'real') await takeWakes(pen, clock.present());
    await plan.followUp?.(keeper, clock.present());
    if (inbox.size() > 0) continue;
    const isOver = plan.hasEnded(keeper.state());
    if (isOver || isRunOld(beganAt, clock.present())) {
      if (await isQuiet(desk)) return isOver ? 'ended' : 'renew';
      continue;
    }
    if (keeper.clock === 'real') timer.setTo(keeper.nextWake(), clock.present());
    await condition(() => inbox.size() > 0 || timer.isDue());
  }
}

/** Waits for handlers that still have to give their answer; false when something came in meanwhile. */
async function isQuiet<S, C>({ inbox }: Desk<S, C>): Promise<boolean> {
  await condition(() => inbox.size() > 0 || allHandlersFinished());
  return inbox.size() === 0;
}
