import { deadlineOf, deadlinesIn, fieldDeadlines } from './deadlines.ts';
import type { DocumentFacts } from './document-facts.ts';
import { itemsOf } from './items.ts';
import type { NamedDays } from './named-days.ts';
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
  const times = timeContext(context.facts, source.words.days);
  const sentences = sentencesOf(source, draft.body).map((dense) => {
    const phrases = timePhrases(dense.text, times);
    return { dense, times: phrases, targets: targetsIn(source, dense, phrases) };
  });
  const fieldSpans = [...draft.times, ...draft.clauses.flatMap(({ clause }) => clause.times)];
  const fields = fieldDeadlines(source, fieldSpans, times);
  const deadlines = [...deadlinesIn(source, sentences), ...fields];
  const roles = rolesOf(
    draft.clauses.map(({ clause }) => clause),
    leadRule,
  );
  return {
    number: draft.number,
    ...(draft.parent === null ? {} : { parent: draft.parent }),
    title: draft.title,
    section: draft.sectionPath.at(-1) ?? null,
    sectionPath: draft.sectionPath,
    span: draft.span,
    clauseSpans: draft.clauses.map(({ outer }) => outer),
    ...roles,
    targets: sentences.flatMap(({ targets }) => targets.map(({ target }) => target)),
    deadlines,
    deadline: deadlineOf(deadlines),
    items: itemsOf({ source, roles, times, fields }, sentences),
  };
}

/** What phrases of time rest on in this document. */
export function timeContext({ planYear, assumedYear, issuedOn }: DocumentFacts, days: NamedDays): TimeContext {
  return { planYear: assumedYear, isYearStated: planYear !== null, issuedOn, isField: false, days };
}
