import { setHandler } from '@temporalio/workflow';
import { contentHash } from '../domain/canonical.ts';
import { RuleViolation } from '../domain/errors.ts';
import { isInstant } from '../domain/instant.ts';
import type { EventBase } from '../domain/ledger/event.ts';
import { assertMay } from '../domain/permissions.ts';
import type { BookKeeper } from './book-keeper.ts';
import { type CommandInbox, commandInbox } from './command-inbox.ts';
import {
  type Envelope,
  type LetterFailure,
  type WriterStatus,
  advanceTo,
  deliveryFailed,
  referenceChanged,
  resume,
  writerStatus,
} from './messages.ts';
import { wallInstant } from './plan-clock.ts';
import { needsAttention, otherContent, realClock, rejecting } from './rejecting.ts';
import type { WriterPlan } from './writer-plan.ts';

/** Where messages come in: handlers stand from the first moment of a run, also before the book is open. */
export interface Desk<S, C> {
  readonly inbox: CommandInbox<C>;
  /** The book is open. */
  readonly sitDown: (keeper: BookKeeper<S, C>) => void;
  /** From now on everything is refused until the operator resumes. */
  readonly park: (reason: string) => void;
  readonly isResumed: () => boolean;
}

/** Registers the handlers of a writer. Validators read only; a command id that has its answer passes them. */
export function openDesk<S, E extends EventBase, C, A extends C>(plan: WriterPlan<S, E, C, A>): Desk<S, C> {
  const inbox = commandInbox<C>();
  let keeper: BookKeeper<S, C> | null = null;
  let parkedFor: string | null = null;
  let isResumed = false;

  const mayEnter = ({ commandId, contentHash: hash, command }: Envelope<A>): void => {
    const known = keeper?.hashOf(commandId);
    if (known !== undefined && known !== hash) throw otherContent();
    if (known !== undefined) return;
    if (parkedFor !== null) throw needsAttention();
    // What is queued may change what is allowed: then the loop decides, in turn.
    if (keeper !== null && inbox.size() === 0) plan.mayEnter(keeper.state(), command);
  };

  setHandler(plan.act, (envelope) => inbox.command(envelope, wallInstant()), {
    validator: (envelope) => rejecting(() => mayEnter(envelope)),
    description: '办理一项操作',
  });
  setHandler(advanceTo, ({ instant }) => inbox.advance(instant, wallInstant()), {
    validator: ({ instant }) =>
      rejecting(() => {
        if (!isInstant(instant)) throw new RuleViolation('wrong-instant', `${instant} 不是有效的时刻`);
        if (parkedFor !== null) throw needsAttention();
        if (keeper?.clock === 'real') throw realClock();
      }),
    description: '推进演练时钟',
  });
  setHandler(resume, () => void (isResumed = true), {
    validator: ({ by }) =>
      rejecting(() => {
        assertMay(by, 'resumeParked');
        if (parkedFor === null) throw new RuleViolation('not-parked', '该事项没有等待处理的问题');
      }),
    description: '恢复等待处理的事项',
  });
  setHandler(deliveryFailed, (failure) => inbox.note(noteOf(plan.failureNote(failure), failure), wallInstant()));
  setHandler(referenceChanged, (change) => inbox.reference(change, wallInstant()));
  setHandler(writerStatus, () => statusOf(plan.chain, keeper, { queued: inbox.size(), needsAttention: parkedFor }));

  return {
    inbox,
    sitDown: (opened) => void (keeper = opened),
    park: (reason) => {
      parkedFor = reason;
      isResumed = false;
    },
    isResumed: () => isResumed,
  };
}

function noteOf<C>(command: C, { letterId, receivedAt }: LetterFailure): Envelope<C> {
  return { commandId: `delivery-failed/${letterId}`, contentHash: contentHash(command), receivedAt, command };
}

function statusOf<S, C>(
  chain: string,
  keeper: BookKeeper<S, C> | null,
  now: Pick<WriterStatus, 'queued' | 'needsAttention'>,
): WriterStatus {
  const { seq, hash } = keeper?.position() ?? { seq: 0, hash: '' };
  const decisionVersion = keeper?.opened().context.decisionVersion ?? 0;
  return { ...now, chain, seq, hash, nextWake: keeper?.nextWake() ?? null, decisionVersion };
}
