import type { PlainDate } from '../../plain-date.ts';
import type { Obligation } from '../task-state.ts';

/** An obligation whose due day, or the day by which its sent-back rows are due again, moves to `to`; `late` null leaves that as it is. */
export function movedObligation(
  obligation: Obligation,
  { to, resubmission, late }: { readonly to: PlainDate; readonly resubmission: boolean; readonly late: boolean | null },
): Obligation {
  const { resubmitDue } = obligation;
  if (resubmission) return { ...obligation, resubmitDue: to };
  // Rows that came back meanwhile are not due before the whole is.
  const again = resubmitDue !== null && resubmitDue < to ? to : resubmitDue;
  return { ...obligation, due: to, resubmitDue: again, late: late ?? obligation.late };
}
