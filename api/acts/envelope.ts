import type { PlannedAct } from '../../domain/act/person-act.ts';
import { contentHash } from '../../domain/canonical.ts';
import { uuid5 } from '../../domain/ids.ts';
import type { Approval } from '../../domain/paper-approval.ts';

/** A command with its identity: all of it is made of the act's key, so that a second try is the same act. */
export function envelope<C>(planId: string, { key, at }: Pick<PlannedAct, 'key' | 'at'>, command: C) {
  return { commandId: uuid5(planId, `act/${key}`), contentHash: contentHash(command), receivedAt: at, command };
}

/** What a chain that the store itself writes is told of the act besides its command. */
export function recordOf<C>(planId: string, planned: Pick<PlannedAct, 'key' | 'at'>, command: C) {
  const { commandId, contentHash: hash } = envelope(planId, planned, command);
  const { at } = planned;
  return { planId, command, at, commandId, contentHash: hash, recordedAt: at, transport: 'act' };
}

/** Who acts, and on paper also who signed: what every command that is an approval begins with. */
export function approvalOf({ by, paper }: Pick<PlannedAct, 'by' | 'paper'>): Approval {
  return paper === undefined ? { by } : { by, paper };
}
