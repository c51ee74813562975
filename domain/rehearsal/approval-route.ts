import type { PlannedAct } from '../act/person-act.ts';
import type { PersonActor } from '../actor.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Scenario } from './scenario.ts';

/** An approval that somebody is to give. */
export interface PlannedApproval {
  /** The unit by its key, or `leader`: as the scenario says who signs on paper. */
  readonly signing: string;
  readonly approver: PersonActor;
  readonly recorder: PersonActor | null;
  readonly on: PlainDate;
}

/** By whom an approval is done: online by the approver, or recorded from the signed print where the scenario says so. */
export function approvedBy(
  { onPaper = [] }: Pick<Scenario, 'onPaper'>,
  { signing, approver, recorder, on }: PlannedApproval,
): Pick<PlannedAct, 'by' | 'signature'> {
  if (!onPaper.includes(signing) || recorder === null) return { by: approver };
  return { by: recorder, signature: { signer: approver, signedOn: on } };
}
