import type { PersonActor } from '../../actor.ts';
import type { Sha256 } from '../../canonical.ts';
import type { ContentRef } from '../../ledger/event.ts';
import type { NamedEnding } from './row-ending.ts';

/** The office's decision on one row. `value` is the figure of statistics that came out; `reason` where it differs from the claim. */
export interface EndingDecision extends NamedEnding {
  readonly subjectId: string;
  readonly value: number | null;
  readonly reason: ContentRef | null;
}

/** The office decides how rows end 年终对账. */
export interface DecideEndings {
  readonly type: 'decideEndings';
  readonly rows: readonly EndingDecision[];
  readonly by: PersonActor;
}

/** The plan's own: the leader approved the year's summary, so the task closes with what was decided. */
export interface CloseOut {
  readonly type: 'closeOut';
  readonly summaryHash: Sha256;
  readonly approvedBy: PersonActor;
}
