import type { PlainDate } from '../plain-date.ts';
import type { BreakdownTask } from './breakdown-data.ts';
import type { PaperHead } from './paper-head.ts';

/** The letter by which tasks are handed over 交办通知, to one unit or to all. */
export interface IssueData {
  readonly head: PaperHead;
  readonly units: readonly string[];
  readonly issuedOn: PlainDate;
  readonly receiptDue: PlainDate;
  /** When the first stage plans and the first quarterly returns are due; null where none is owed. */
  readonly stagePlanDue: PlainDate | null;
  readonly firstReturn: { readonly label: string; readonly due: PlainDate } | null;
  readonly tasks: readonly BreakdownTask[];
}
