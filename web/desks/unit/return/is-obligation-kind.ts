import type { ObligationKind } from '../../../../domain/task/task-state.ts';
import { kindNames } from '../../../words/names.ts';

/** Whether a part of the address names something that units owe. */
export function isObligationKind(text: string): text is ObligationKind {
  return text in kindNames;
}
