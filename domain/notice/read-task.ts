import type { DocumentFacts } from './document-facts.ts';
import type { TaskReading } from './notice-reading.ts';
import type { SourceText } from './source-text.ts';
import type { TaskDraft } from './task-draft.ts';
import { type LeadRule, rolesOf } from './task-roles.ts';

/** What holds for the whole document and is needed to read one of its tasks. */
export interface ReadingContext {
  readonly source: SourceText;
  readonly facts: DocumentFacts;
  readonly leadRule: LeadRule;
}

/** Reads the units, figures and dates of a task whose place is known. */
export function readTask({ leadRule }: ReadingContext, draft: TaskDraft): TaskReading {
  return {
    number: draft.number,
    ...(draft.parent === null ? {} : { parent: draft.parent }),
    title: draft.title,
    section: draft.sectionPath.at(-1) ?? null,
    sectionPath: draft.sectionPath,
    span: draft.span,
    clauseSpans: draft.clauses.map(({ outer }) => outer),
    ...rolesOf(
      draft.clauses.map(({ clause }) => clause),
      leadRule,
    ),
    targets: [],
    deadlines: [],
    deadline: null,
    items: [],
  };
}
