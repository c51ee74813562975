import { deadlineOf, deadlinesIn, fieldDeadlines } from './deadlines.ts';
import type { DocumentFacts } from './document-facts.ts';
import type { TaskReading } from './notice-reading.ts';
import { sentencesOf } from './sentences.ts';
import type { SourceText } from './source-text.ts';
import type { TaskDraft } from './task-draft.ts';
import { targetsIn } from './targets.ts';
import { type LeadRule, rolesOf } from './task-roles.ts';
import { type TimeContext, timePhrases } from './time-phrases.ts';

/** What holds for the whole document and is needed to read one of its tasks. */
export interface ReadingContext {
  readonly source: SourceText;
  readonly facts: DocumentFacts;
  readonly leadRule: LeadRule;
}

/** Reads the units, figures and dates of a task whose place is known. */
export function readTask(context: ReadingContext, draft: TaskDraft): TaskReading {
  const { source, leadRule } = context;
  const times = timeContext(context.facts);
  const sentences = sentencesOf(source, draft.body);
  const targets = sentences.flatMap((dense) => targetsIn(source, dense, timePhrases(dense.text, times)));
  const fields = [...draft.times, ...draft.clauses.flatMap(({ clause }) => clause.times)];
  const deadlines = [...deadlinesIn(source, sentences, times), ...fieldDeadlines(source, fields, times)];
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
    targets: targets.map(({ target }) => target),
    deadlines,
    deadline: deadlineOf(deadlines),
    items: [],
  };
}

/** What phrases of time rest on in this document. */
export function timeContext({ assumedYear, issuedOn }: DocumentFacts): TimeContext {
  return { planYear: assumedYear, issuedOn, isField: false };
}
