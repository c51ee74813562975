import type { PlainDate } from '../plain-date.ts';
import type { Span } from './span.ts';

/** What the wording of a figure promises; `range` goes with a list of two values. */
export type Comparator = '=' | '>=' | '>' | '<=' | '<' | '~' | 'range';

/** 约束程度: whether the wording binds, is softened by 力争 and its like, or by 原则上. */
export type Commitment = '刚性' | '力争' | '原则上';

/** What is counted: things, money, a part of a whole, all of a whole, or a stretch of time. */
export type TargetKind = 'count' | 'amount' | 'share' | 'coverage' | 'duration';

/** A figure that the notice commits to; `value` is a list under 分别 and for a range. */
export interface TargetReading {
  readonly text: string;
  readonly value: number | readonly number[];
  readonly unit: string;
  readonly comparator: Comparator;
  readonly binding: boolean;
  readonly commitment: Commitment;
  readonly kind: TargetKind;
  readonly span: Span;
}

/** How a phrase of time sets a limit: by a day, by a year, within a period, in a cell of its own, or counted from the notice. */
export type DeadlineKind = 'due' | 'by' | 'period' | 'field' | 'relative';

/** One phrase of time as printed; `date` is its last day, `null` where the phrase names none. */
export interface DeadlineReading {
  readonly text: string;
  readonly kind: DeadlineKind;
  readonly date: PlainDate | null;
  readonly span: Span;
}

/** What an item 具体事项 is done by: a figure reached, or a thing that then exists. */
export type ItemResult =
  | {
      readonly kind: 'number';
      readonly value: number | readonly number[];
      readonly unit: string;
      readonly comparator: Comparator;
    }
  | { readonly kind: 'deliverable'; readonly verb: string; readonly object: string };

/** When an item is due: `stated` quotes a day or year of the text, `derived` rests on a period or on the plan's year. */
export interface ItemTime {
  readonly text: string | null;
  readonly date: PlainDate | null;
  readonly basis: 'stated' | 'derived';
}

/** 具体事项 as proposed from the text; `accountableUnit` is null where neither the text nor usual business names one. */
export interface ItemReading {
  readonly text: string;
  readonly span: Span;
  readonly accountableUnit: string | null;
  readonly result: ItemResult;
  readonly time: ItemTime;
  readonly commitment: Commitment;
}

/** Units whose part has a word of its own, such as 指导 or 落实推进. */
export interface OtherRole {
  readonly role: string;
  readonly departments: readonly string[];
}

/** A person named in a clause, with the label it stands under, such as 责任领导. */
export interface PersonReading {
  readonly role: string;
  readonly name: string;
}

/** One piece of assigned work 工作任务, with the names of all its clauses put together as printed. */
export interface TaskReading {
  readonly number: string;
  readonly parent?: string;
  readonly title: string | null;
  readonly section: string | null;
  readonly sectionPath: readonly string[];
  readonly span: Span;
  readonly clauseSpans: readonly Span[];
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly responsible: readonly string[];
  readonly otherRoles: readonly OtherRole[];
  readonly persons: readonly PersonReading[];
  readonly openEnded: boolean;
  readonly targets: readonly TargetReading[];
  readonly deadlines: readonly DeadlineReading[];
  readonly deadline: string | null;
  readonly items: readonly ItemReading[];
}

/** What a sentence that speaks for all following tasks does. */
export type BlanketRuleKind =
  | 'applies_to_all_following'
  | 'first_named_leads'
  | 'before_first_comma_leads'
  | 'marked_leads'
  | 'default_scope'
  | 'definition';

/** A rule said once for all; `departments` are the parties that it adds or defines. */
export interface BlanketRule {
  readonly text: string;
  readonly kind: BlanketRuleKind;
  readonly departments: readonly string[];
  readonly span: Span;
}

/** A numbered or free-standing line above tasks; levels count from 1. */
export interface HeadingReading {
  readonly level: number;
  readonly text: string;
  readonly span: Span;
}

/** A passage that looks like a part of the plan and could not be read, with the reason in words for the office. */
export interface UnreadPassage {
  readonly span: Span;
  readonly text: string;
  readonly reason: string;
}

/** Everything that the reader takes out of one notice; spans count UTF-16 units of the text that was read. */
export interface NoticeReading {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly documentNumber: string | null;
  readonly issuedOn: PlainDate | null;
  readonly planYear: number | null;
  readonly headings: readonly HeadingReading[];
  readonly planTargets: readonly TargetReading[];
  readonly blanketRules: readonly BlanketRule[];
  readonly tasks: readonly TaskReading[];
  readonly unread: readonly UnreadPassage[];
}
