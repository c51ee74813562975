import { contentHash } from '../domain/canonical.ts';
import { uuid5 } from '../domain/ids.ts';
import type { TargetRefusal } from '../domain/objection/objection-event.ts';
import type { ObjectionEnd, ObjectionState } from '../domain/objection/objection-state.ts';
import { type ObjectionTarget, type TaskTarget, targetChain } from '../domain/objection/objection-target.ts';
import type { NoteOrderObjection } from '../domain/order/order-command.ts';
import type { EndObjection, NoteObjection } from '../domain/task/finding/finding-command.ts';
import { loadChain } from '../store/ledger/load.ts';
import { reopenRow } from '../store/objection/reopen-row.ts';
import type { Store } from '../store/store.ts';
import type { ActOutcome } from '../workflows/messages.ts';
import type { EnginePort } from './engine-port.ts';
import { lastingly } from './lasting.ts';
import { planPresent } from './plan-present.ts';

/** What of an objection its target is told. */
export interface TargetNote {
  readonly objectionId: string;
  readonly stage: 'noted' | 'ended';
}

/** Activities of an objection's writer. */
export function createObjectionActivities({ store, engine }: { readonly store: Store; readonly engine: EnginePort }) {
  return {
    /** Tells the chain that the objection is about that it began, or how it ended; null when that chain took it in, also long ago. */
    noteAtTarget: ({ objectionId, stage }: TargetNote): Promise<TargetRefusal | null> =>
      lastingly(async () => {
        const state = (await loadChain(store, `objection/${objectionId}`)).state as ObjectionState;
        const { target, planId } = state;
        if (target === null) throw new Error(`the objection ${objectionId} is about nothing`);
        const receivedAt = await planPresent(store, planId);
        const enveloped = <C>(command: C) => {
          return { commandId: uuid5(objectionId, stage), contentHash: contentHash(command), receivedAt, command };
        };
        if (target.kind === 'order') {
          const { orderId } = target;
          return refusalIn(await engine.actOnOrder({ orderId, planId }, enveloped(orderNote(state, stage))), target);
        }
        const command = await taskNote(store, { state, target, stage });
        return refusalIn(await engine.actOnTask({ taskId: target.taskId, planId }, enveloped(command)), target);
      }),
  };
}

function refusalIn(told: ActOutcome, target: ObjectionTarget): TargetRefusal | null {
  if (told.outcome === 'recorded') return null;
  // A parked chain takes nothing now and will take it later; an unanswered one may have taken it: both are asked again.
  if (told.outcome === 'unconfirmed' || told.code === 'needs-attention')
    throw new Error(`${targetChain(target)} has not answered`);
  return { code: told.code, message: told.message };
}

function orderNote({ objectionId, end }: ObjectionState, stage: TargetNote['stage']): NoteOrderObjection {
  if (stage === 'noted') return { type: 'noteObjection', objectionId, standing: 'open', by: 'system' };
  if (end === null) throw new Error(`the objection ${objectionId} has not ended`);
  return { type: 'noteObjection', objectionId, standing: end.ending, by: end.by };
}

interface Telling {
  readonly state: ObjectionState;
  readonly target: TaskTarget;
  readonly stage: TargetNote['stage'];
}

async function taskNote(store: Store, { state, target, stage }: Telling): Promise<NoteObjection | EndObjection> {
  const { objectionId, end, basis } = state;
  if (stage === 'noted') return { type: 'noteObjection', objectionId, target };
  if (end === null || basis === null) throw new Error(`the objection ${objectionId} has not ended`);
  const { ending, reason, light, by } = end;
  const notBy = basis.firstDeciders;
  const canReopen =
    isToReopen(target, end) && (await reopenRow(store, { state, target, at: await planPresent(store, state.planId) }));
  return { type: 'endObjection', objectionId, ending, reason, light, canReopen, notBy, by };
}

function isToReopen(target: ObjectionTarget, { ending }: ObjectionEnd): target is Extract<TaskTarget, { kind: 'row' }> {
  return target.kind === 'row' && ending === 'upheld';
}
