import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { contentHash } from '../domain/canonical.ts';
import type { Instant } from '../domain/instant.ts';
import { assertObjectionMayEnter, decideObjection } from '../domain/objection/decide.ts';
import { objectionBook } from '../domain/objection/objection-book.ts';
import type { NoteTarget, ObjectionAct, ObjectionCommand } from '../domain/objection/objection-command.ts';
import type { ObjectionEvent } from '../domain/objection/objection-event.ts';
import { type ObjectionState, stageToNote } from '../domain/objection/objection-state.ts';
import type { BookKeeper } from './book-keeper.ts';
import { ledgerRetry } from './ledger-retry.ts';
import { actOnObjection } from './messages.ts';
import { objectionWorkflowId } from './workflow-ids.ts';
import { writeChain } from './writer-loop.ts';

const { loadObjection, append, findAnswer, noteParked } = proxyActivities<Activities>(ledgerRetry);
const { noteAtTarget } = proxyActivities<Activities>({
  // An update that waits behind others of its task still answers within seconds; a parked task answers when it is resumed.
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
});

/** One objection 异议: filed, answered by another decider, and both told to the chain that it is about. */
export async function objection({
  objectionId,
  planId,
}: {
  readonly objectionId: string;
  readonly planId: string;
}): Promise<void> {
  const outcome = await writeChain<ObjectionState, ObjectionEvent, ObjectionCommand, ObjectionAct>({
    chain: objectionWorkflowId(objectionId),
    book: objectionBook,
    decide: decideObjection,
    lastAt: ({ lastAt }) => lastAt,
    ledger: { open: () => loadObjection({ objectionId, planId }), append, findAnswer, noteParked },
    act: actOnObjection,
    mayEnter: assertObjectionMayEnter,
    // A filing that was refused leaves an empty chain, for which nobody waits.
    hasEnded: (state) => state.phase !== 'open' && stageToNote(state) === null,
    wake: { type: 'wake' },
    retime: { type: 'retime' },
    failureNote: ({ letterId, key, failureClass }) => ({ type: 'noteDeliveryFailure', letterId, key, failureClass }),
    followUp: tellTarget,
  });
  if (outcome === 'renew') await continueAsNew<typeof objection>({ objectionId, planId });
}

/** Lets what the objection is about show 复核中, or takes the outcome there; recorded once that chain has answered. */
async function tellTarget(keeper: BookKeeper<ObjectionState, ObjectionCommand>, present: Instant): Promise<void> {
  for (let stage = stageToNote(keeper.state()); stage !== null; stage = stageToNote(keeper.state())) {
    const { objectionId } = keeper.state();
    const refusal = await noteAtTarget({ objectionId, stage });
    const command: NoteTarget = { type: 'noteTarget', stage, refusal };
    const identity = { commandId: `target/${stage}`, contentHash: contentHash(command) };
    await keeper.record({ ...identity, command, at: present });
  }
}
