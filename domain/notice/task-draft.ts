import type { FoundClause } from './find-clauses.ts';
import type { HeadingReading, UnreadPassage } from './notice-reading.ts';
import type { Span } from './span.ts';

/** A task as found in the layout, before its figures and dates are read. */
export interface TaskDraft {
  readonly number: string;
  readonly parent: string | null;
  readonly title: string | null;
  readonly sectionPath: readonly string[];
  readonly span: Span;
  /** The text of the task without its clauses and without its number. */
  readonly body: readonly Span[];
  readonly clauses: readonly FoundClause[];
  /** Cells or lines that say when, beside those inside the clauses. */
  readonly times: readonly Span[];
}

/** What one kind of layout gives: its tasks, the headings above them and what it could not read. */
export interface Layout {
  readonly headings: readonly HeadingReading[];
  readonly tasks: readonly TaskDraft[];
  readonly unread: readonly UnreadPassage[];
  /** Text of headings and tables that holds no plan targets. */
  readonly titles: readonly Span[];
}
