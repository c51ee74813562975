import type { TaskTarget } from '../../objection/objection-target.ts';
import type { PlainDate } from '../../plain-date.ts';

/** How a finding 核查记录 was made: 查阅资料, 电话, 实地. */
export type FindingMethod = 'documents' | 'telephone' | 'on-site';

/** What a check concludes of the claim: 属实, 部分属实, 不属实. */
export type FindingOutcome = 'confirmed' | 'partly' | 'unfounded';

/** One finding on a row, as far as later rules read it; `withdrawn` is a conclusion that an objection overturned. */
export interface Finding {
  readonly id: string;
  readonly subjectId: string;
  readonly unitId: string;
  readonly phase: 'open' | 'concluded' | 'withdrawn';
  /** From then the time for the statement is counted. */
  readonly openedOn: PlainDate;
  /** Until then the unit may state its view; it is concluded after that, or after the statement. */
  readonly statementDue: PlainDate;
  readonly isStated: boolean;
  /** Where letters to the supervisor go. */
  readonly supervisorUnitId: string;
}

/** An objection that is being decided: what it is about shows 复核中. */
export interface NotedObjection {
  readonly objectionId: string;
  readonly target: TaskTarget;
}
