import type { NoticeReading } from '../../notice/notice-reading.ts';
import type { PlainDate } from '../../plain-date.ts';
import type { Commitment, Party, PartyRole, Target } from '../../task/issued-subject.ts';
import type { DraftedPlan } from '../draft-plan.ts';
import type { ItemDraft, Span, TaskDraft } from '../task-draft.ts';

/** One version of a notice, read and drafted with the same register as the version that it is compared with. */
export interface NoticeVersion {
  readonly text: string;
  readonly reading: NoticeReading;
  readonly drafted: DraftedPlan;
}

/** Where something stands in one version. */
export interface Place {
  readonly span: Span;
  readonly quote: string;
}

interface Base<K extends string> {
  readonly kind: K;
  /** Of the task in the version that was issued, in the new one where the task is new; null outside of all tasks. */
  readonly taskNumber: string | null;
  /** Null where the one version has nothing of the kind. */
  readonly before: Place | null;
  readonly after: Place | null;
}

interface OfItem<K extends string> extends Base<K> {
  readonly item: ItemDraft;
  readonly newItem: ItemDraft;
}

/** One difference between two versions of a notice 文件修改之处, with its place in both. */
export type NoticeChange =
  | (Base<'task-added'> & { readonly task: TaskDraft })
  | (Base<'task-removed'> & { readonly task: TaskDraft })
  | (Base<'task-moved'> & { readonly number: string; readonly group: string })
  | (Base<'title'> & { readonly from: string; readonly to: string })
  | (Base<'party-joined'> & { readonly party: Party })
  | (Base<'party-left'> & { readonly party: Party })
  | (Base<'party-role'> & { readonly party: Party; readonly role: PartyRole })
  | (Base<'unknown-unit'> & { readonly name: string })
  | (Base<'item-added'> & { readonly item: ItemDraft })
  | (Base<'item-removed'> & { readonly item: ItemDraft })
  | (OfItem<'target'> & { readonly from: Target; readonly to: Target })
  | (OfItem<'due'> & { readonly from: PlainDate; readonly to: PlainDate })
  | (OfItem<'commitment'> & { readonly from: Commitment; readonly to: Commitment })
  | (OfItem<'accountable'> & { readonly from: string | null; readonly to: string | null })
  | Base<'wording'>;

/** Every kind of difference. */
export type NoticeChangeKind = NoticeChange['kind'];

/** The place of a span in the text that it counts in. */
export function placeIn(text: string, span: Span): Place {
  return { span, quote: text.slice(...span) };
}
