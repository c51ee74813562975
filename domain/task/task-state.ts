import type { Sha256 } from '../canonical.ts';
import type { ContentRef } from '../ledger/event.ts';
import { type ChangeState, nothingChanged } from './change/change-state.ts';
import type { IssuedSubject, Party } from './issued-subject.ts';
import type { Instant } from '../instant.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Period } from '../calendar/quarter.ts';
import type { Finding, NotedObjection } from './finding/finding-state.ts';
import { type UrgingState, noUrging } from './urging/urging-state.ts';
import type { ClaimedEnding, DecidedEnding, NamedEnding } from './ending/row-ending.ts';

/** A milestone 里程碑 of a stage plan; its id is unique within the row. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly due: PlainDate;
}

/** The accepted stage plan 阶段计划 of one row: what was reached at issue, and how the rest is to come. */
export interface RowPlan {
  /** Cumulative value at issue; null where the row has no number. */
  readonly baseline: number | null;
  /** Expected cumulative values; empty means a straight line from issue to the due day. */
  readonly curve: readonly { readonly day: PlainDate; readonly value: number }[];
  readonly milestones: readonly Milestone[];
  /** The value is an annual statistic that comes out on this day 待统计; null where it can be counted at any time. */
  readonly statisticsOn: PlainDate | null;
}

/** Lights 亮灯 of a row. */
export type Light =
  | 'on-track'
  | 'near-due'
  | 'behind'
  | 'far-behind'
  | 'recovered'
  | 'no-plan'
  | 'awaiting-statistics'
  | 'suspended';

/** A light with all that it was computed from, so that its sentence can be printed years later. */
export interface LightAssessment {
  readonly light: Light;
  readonly on: PlainDate;
  readonly cause: LightCause;
  readonly rulesVersion: number;
}

/** Why a light is what it is; the inputs of the sentence. */
export type LightCause =
  /** `missing` names what the accepted plan lacks; without it there is no accepted plan. */
  | { readonly kind: 'no-plan'; readonly missing?: 'baseline' | 'milestones' }
  | { readonly kind: 'statistics'; readonly until: PlainDate }
  | {
      readonly kind: 'value';
      readonly value: number;
      readonly expected: number;
      readonly points: number;
      readonly limit: number | null;
    }
  | { readonly kind: 'ceiling'; readonly value: number; readonly ceiling: number; readonly points: number }
  | { readonly kind: 'milestones'; readonly missed: readonly string[]; readonly done: number; readonly total: number }
  | { readonly kind: 'report-overdue'; readonly due: PlainDate; readonly period: Period }
  | { readonly kind: 'item-overdue'; readonly due: PlainDate }
  | { readonly kind: 'item-due'; readonly due: PlainDate; readonly workingDays: number }
  /** The due day is over and no report of that quarter has been accepted yet, so nobody knows. */
  | { readonly kind: 'item-due-passed'; readonly due: PlainDate }
  | { readonly kind: 'complete' }
  | { readonly kind: 'suspended'; readonly since: PlainDate }
  | { readonly kind: 'behind-in-a-row'; readonly points: number; readonly periods: number }
  /** Somebody decided, after a finding or an objection or by themselves; `before` is what it had been. */
  | {
      readonly kind: 'decided';
      readonly before: Light | null;
      readonly reason: ContentRef;
      readonly findingId: string | null;
      readonly objectionId: string | null;
    };

/** What was last accepted of a row. */
export interface RowProgress {
  readonly period: Period;
  /** The day that the report speaks of, where it was approved before its quarter had ended. */
  readonly asOf?: PlainDate;
  readonly value: number | null;
  readonly milestonesDone: readonly string[];
  readonly complete: boolean;
}

/** An issued row's subject with what time and reports bring. */
export interface Subject extends IssuedSubject {
  readonly plan: RowPlan | null;
  readonly progress: RowProgress | null;
  readonly light: LightAssessment | null;
  /** The periods in a row, up to the last accepted one, that were assessed behind; two raise the level. */
  readonly behindPeriods: readonly Period[];
  /** The period whose report brought the row back 已追回: the light stays until the next period's report is assessed. */
  readonly recoveredIn: Period | null;
  /** What the accepted last return says of the row's ending; absent until then. */
  readonly claim?: ClaimedEnding;
  /** The ending that the office decided; absent until then. */
  readonly ending?: DecidedEnding;
}

/** What units owe for one task and period 报送任务. */
export type ObligationKind = 'stage-plan' | 'contribution' | 'progress' | 'district-figures';

/** `open` is not yet submitted; `accepted` is final. */
export type RowState = 'open' | 'submitted' | 'accepted' | 'sent-back';

/** One row within an obligation, as it was last submitted. */
export interface ObligationRow {
  readonly subjectId: string;
  readonly state: RowState;
  readonly submitted: KeptRow | null;
}

/** What later rules read of a submitted row; its texts stand in the event and in what screens read. */
export type KeptRow = Omit<SubmittedRow, 'texts' | 'evidence'>;

/** A file that supports a row 佐证材料: where it is kept, and the hash that shows it is still the same. */
export interface EvidenceRef {
  readonly evidenceId: string;
  readonly sha256: Sha256;
}

/** What a unit said in one row; texts by reference. */
export interface SubmittedRow {
  readonly subjectId: string;
  readonly value: number | null;
  readonly milestonesDone: readonly string[];
  /** The unit says that the item is done 完成. */
  readonly complete: boolean;
  /** Present on rows of a stage plan only. */
  readonly plan: RowPlan | null;
  /** The self-assessment 年终自评; asked for in the last quarter's return. */
  readonly ending?: NamedEnding;
  readonly texts: Readonly<Partial<Record<RowText, ContentRef>>>;
  /** Missing in what was said before there was any. */
  readonly evidence?: readonly EvidenceRef[] | undefined;
}

/** The texts of a row: done 进展, problem 问题, next step 下一步, reason 理由 (of a cumulative value that falls), nothing 本季无 has none. */
export type RowText = 'done' | 'problem' | 'next' | 'reason';

/** One obligation until all its rows are accepted; then its summary (`settled`) is all that is kept. */
export interface Obligation {
  readonly id: string;
  readonly kind: ObligationKind;
  readonly unitId: string;
  readonly period: Period | 'plan';
  readonly due: PlainDate;
  /** From when the due day was counted, where a change of the task opened it; else from the issue. */
  readonly from?: Instant;
  readonly rows: readonly ObligationRow[];
  readonly submittedAt: Instant | null;
  /** Submitted after its due day; stays for ever. */
  readonly late: boolean;
  /** The overdue event was made and not lifted. */
  readonly overdue: boolean;
  readonly reviewDue: PlainDate | null;
  readonly reviewOverdue: boolean;
  /** Day by which sent-back rows are due again; the original `due` never changes. */
  readonly resubmitDue: PlainDate | null;
  /** Persons who made or approved any version of what was submitted: none of them may review it. */
  readonly makers: readonly string[];
  /** Persons who sent back a row that an objection brought back to review: none of them may review it either. */
  readonly notBy?: readonly string[];
  /** Id of the act that delivered the rows last: `<returnId>/<version>`. */
  readonly act: string | null;
}

/** What is kept of an obligation that is settled. */
export interface SettledObligation {
  readonly id: string;
  readonly late: boolean;
  /** Submitted late while an extension was being decided: what a grant judges it by. */
  readonly lateFrom?: { readonly due: PlainDate; readonly on: PlainDate };
}

/** A district's or unit's reported share of a numeric row in a period. */
export interface ShareValue {
  readonly unitId: string;
  readonly subjectId: string;
  readonly period: Period;
  readonly value: number;
}

/** One task 工作任务: the fold of its chain. `phase` is `unissued` only before its first event. */
export interface TaskState {
  readonly phase: 'unissued' | 'open' | 'ended';
  readonly taskId: string;
  readonly planId: string;
  readonly number: string;
  readonly title: string;
  readonly issuedAt: Instant | null;
  /** The coordination office that issued it: reviews are its work, letters about them go there. */
  readonly officeUnitId: string;
  /** Instant of the last event: `at` never decreases. */
  readonly lastAt: Instant | null;
  readonly parties: readonly Party[];
  readonly subjects: readonly Subject[];
  readonly obligations: readonly Obligation[];
  readonly settled: readonly SettledObligation[];
  readonly shareValues: readonly ShareValue[];
  /** Period whose obligations were opened last, and the last that this plan has. */
  readonly openedPeriod: Period | null;
  readonly lastPeriod: Period | null;
  /** Until when a supporting unit may file a differing statement 不同意见, by obligation; forgotten some time after that day. */
  readonly statementsUntil: Readonly<Record<string, PlainDate>>;
  /** `<obligationId> <unitId>` of each statement filed: one a unit and report. */
  readonly statements: readonly string[];
  readonly findings: readonly Finding[];
  /** Objections that are being decided. */
  readonly objections: readonly NotedObjection[];
  readonly rulesVersion: number;
  readonly calendarVersions: Readonly<Record<string, number>>;
  /** Days, oldest first, on which a row's light may change by time alone (near due, past due, statistics out); a wake happens on each. */
  readonly lightDays: readonly PlainDate[];
  readonly changes: ChangeState;
  readonly urging: UrgingState;
  /** The leader approved the year's summary. */
  readonly yearClosed: boolean;
}

/** The state of a chain without events. */
export const unissuedTask: TaskState = {
  phase: 'unissued',
  taskId: '',
  planId: '',
  number: '',
  title: '',
  issuedAt: null,
  officeUnitId: '',
  lastAt: null,
  parties: [],
  subjects: [],
  obligations: [],
  settled: [],
  shareValues: [],
  openedPeriod: null,
  lastPeriod: null,
  statementsUntil: {},
  statements: [],
  findings: [],
  objections: [],
  rulesVersion: 0,
  calendarVersions: {},
  lightDays: [],
  changes: nothingChanged,
  urging: noUrging,
  yearClosed: false,
};
