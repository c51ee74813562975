import type { OpinionDecision } from '../plan/plan-state.ts';
import type { AddSaid } from '../plan/reshape/add-draft.ts';
import type { SplitSaid } from '../plan/reshape/split-draft.ts';
import type { ItemSaid, TaskSaid } from '../plan/revise-draft.ts';

/** What people do to a plan as a whole. */
export type PlanPersonAct =
  | { readonly type: 'beginConsultation' }
  | {
      readonly type: 'answerConsultation';
      readonly unitId: string;
      readonly opinions: readonly { readonly taskNumber: string; readonly text: string }[];
    }
  | {
      readonly type: 'reviseItem';
      readonly taskNumber: string;
      readonly from: string;
      readonly title: string;
      readonly reason: string;
    }
  | {
      readonly type: 'reviseTask';
      readonly taskNumber: string;
      readonly draftVersion?: number | undefined;
      readonly task: TaskSaid;
      readonly reason: string;
    }
  | {
      readonly type: 'draftItem';
      readonly taskNumber: string;
      readonly draftVersion?: number | undefined;
      /** Null writes a new one. */
      readonly itemId: string | null;
      /** Null leaves the item out. */
      readonly item: ItemSaid | null;
      readonly reason: string;
    }
  | ({
      readonly type: 'splitTask';
      readonly taskNumber: string;
      readonly draftVersion?: number | undefined;
      readonly reason: string;
    } & SplitSaid)
  | {
      /** The task and the one right after it. */
      readonly type: 'mergeTasks';
      readonly taskNumber: string;
      readonly nextNumber: string;
      readonly draftVersion?: number | undefined;
      readonly title: string;
      readonly reason: string;
    }
  | ({
      readonly type: 'addTask';
      readonly draftVersion?: number | undefined;
      readonly reason: string;
    } & AddSaid)
  | {
      readonly type: 'dropTask';
      readonly taskNumber: string;
      readonly draftVersion?: number | undefined;
      readonly reason: string;
    }
  | {
      readonly type: 'decideOpinion';
      readonly opinionId: string;
      readonly decision: OpinionDecision;
      readonly reason: string;
    }
  | { readonly type: 'askApproval' }
  | { readonly type: 'approveBreakdown' }
  | { readonly type: 'returnBreakdown'; readonly reason: string }
  | { readonly type: 'issuePlan' }
  | { readonly type: 'proposeOrder'; readonly unitId: string; readonly reasons: string }
  | { readonly type: 'amendNotice'; readonly amendmentId: string }
  | { readonly type: 'receiptAmendment'; readonly amendmentId: string; readonly unitId: string }
  | { readonly type: 'receiptNotice'; readonly unitId: string; readonly contacts: string }
  | { readonly type: 'askSummaryApproval' }
  | { readonly type: 'approveSummary' }
  | { readonly type: 'returnSummary'; readonly reason: string };
