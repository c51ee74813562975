import type { PlannedAct } from '../../domain/act/person-act.ts';
import { contentHash } from '../../domain/canonical.ts';
import { uuid5 } from '../../domain/ids.ts';
import { transportOf } from '../../domain/ledger/transport.ts';
import type { Approval } from '../../domain/paper-approval.ts';

type Sent = Pick<PlannedAct, 'key' | 'at' | 'requestId'>;

/** A command with its identity: all of it is made of the act's key, so that a second try is the same act. */
export function envelope<C>(planId: string, { key, at, requestId }: Sent, command: C) {
  const identity = { commandId: uuid5(planId, `act/${key}`), contentHash: contentHash(command) };
  return { ...identity, receivedAt: at, command, ...(requestId === undefined ? {} : { requestId }) };
}

/** What a chain that the store itself writes is told of the act besides its command. */
export function recordOf<C>(planId: string, planned: Sent, command: C) {
  const { commandId, contentHash: hash } = envelope(planId, planned, command);
  const { at, requestId } = planned;
  return {
    planId,
    command,
    at,
    commandId,
    contentHash: hash,
    recordedAt: at,
    transport: transportOf('act', requestId),
  };
}

/** Who acts, and on paper also who signed: what every command that is an approval begins with. */
export function approvalOf({ by, paper }: Pick<PlannedAct, 'by' | 'paper'>): Approval {
  return paper === undefined ? { by } : { by, paper };
}
