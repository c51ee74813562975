import type { PersonActor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/instant.ts';
import { dayOf } from '../../domain/instant.ts';
import { type Approval, approverOf, personsBehind } from '../../domain/paper-approval.ts';

/** The approval of a person: online where nobody records it, otherwise signed on a print that `recorder` enters. */
export function approvedBy(
  signer: PersonActor,
  recorder: string | null,
  { at, officeUnitId, checkCode }: { readonly at: Instant; readonly officeUnitId: string; readonly checkCode: string },
): Approval {
  if (recorder === null) return { by: signer };
  const seat = signer.seat === 'leader' ? 'office' : 'officer';
  const by = { personId: recorder, seat, unitId: seat === 'office' ? officeUnitId : signer.unitId } as const;
  return { by, paper: { signer, signedOn: dayOf(at), scanHash: 'a'.repeat(64), checkCode } };
}

/** Everybody whose approval it is; who only recorded it is not among them. */
export function approversOf(approval: Approval): readonly string[] {
  return personsBehind(approverOf(approval));
}
