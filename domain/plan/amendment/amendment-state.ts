import type { PlainDate } from '../../plain-date.ts';

/** A recorded amendment and who still has to receipt it. */
export interface AmendmentState {
  readonly amendmentId: string;
  readonly title: string;
  readonly receiptDue: PlainDate;
  /** When the units that still wait are listed; null once they are. */
  readonly listedOn: PlainDate | null;
  /** Units that have not receipted, with how many of their tasks changed. */
  readonly waiting: Readonly<Record<string, number>>;
  /** Units that have. */
  readonly receipted: readonly string[];
}
