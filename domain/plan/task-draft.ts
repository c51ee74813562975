import type { PlainDate } from '../plain-date.ts';
import type { Commitment, Party, PartyRole, Target, TargetShare } from '../task/issued-subject.ts';
import type { EarlierRow } from './roll-over/earlier-row.ts';

/** Half-open `[start, end)` in UTF-16 code units of the notice's text. */
export type Span = readonly [start: number, end: number];

/** An item 具体事项 as it is drafted; it can be issued once it has exactly one accountable unit. */
export interface ItemDraft {
  readonly id: string;
  readonly quote: string;
  /** Null only for what the office wrote itself. */
  readonly span: Span | null;
  readonly unitId: string | null;
  readonly kind: 'number' | 'deliverable';
  readonly title: string;
  readonly target: Target | null;
  readonly commitment: Commitment;
  readonly due: PlainDate;
  readonly dueBasis: 'stated' | 'derived';
  readonly tracked: boolean;
  readonly shares: readonly TargetShare[];
  /** Rows of earlier years that this item goes on from; present once people have linked any. */
  readonly follows?: readonly EarlierRow[];
}

/** A task of the breakdown before its issue, anchored in the notice. */
export interface TaskDraft {
  readonly taskId: string;
  readonly number: string;
  readonly group: string;
  readonly title: string;
  readonly span: Span;
  readonly parties: readonly Party[];
  readonly items: readonly ItemDraft[];
  /** Rows of earlier years that the task as a whole goes on from. */
  readonly follows?: readonly EarlierRow[];
}

/** What must be decided by people before the issue, with the place in the notice that it comes from. */
export interface OpenPoint {
  readonly id: string;
  readonly kind: OpenPointKind;
  readonly taskNumber: string | null;
  readonly span: Span | null;
  readonly quote: string;
  /** What duban proposes, in Chinese. */
  readonly proposal: string;
  /** Units to choose from or that the proposal names, the likeliest first. */
  readonly unitIds: readonly string[];
  /** The part that an unknown or unlisted unit would take on the task; null where the point is about no party. */
  readonly role: PartyRole | null;
  /** What an orphan target or an item without one accountable unit would become, or the item that seems to go on from an earlier year; else null. */
  readonly item: ItemDraft | null;
  /** The row of an earlier year that a point of roll-over is about; absent on all others. */
  readonly earlier?: EarlierRow;
}

/** 等; 下同; a target without a unit; several leads; an item without one accountable unit; a unit name that the register lacks; a row of an earlier year that reaches on. */
export type OpenPointKind =
  | 'open-list'
  | 'following'
  | 'orphan-target'
  | 'several-leads'
  | 'item'
  | 'unknown-unit'
  | 'roll-over';
