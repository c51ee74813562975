import { outermostBrackets } from './brackets.ts';
import { documentFacts } from './document-facts.ts';
import { filledLines } from './lines.ts';
import type { BlanketRule, NoticeReading } from './notice-reading.ts';
import { outlineOf } from './outline.ts';
import { readOutline } from './read-outline.ts';
import { readTask } from './read-task.ts';
import { sourceText } from './source-text.ts';
import type { LeadRule } from './task-roles.ts';

/** Reads a notice of any city: its tasks with their units, figures and dates, each with its place in `text`. */
export function readNotice(text: string): NoticeReading {
  const source = sourceText(text);
  const brackets = outermostBrackets(source);
  const facts = documentFacts(source);
  const lines = filledLines(source);
  const units = outlineOf({ source, lines, brackets, barriers: [] });
  const layout = readOutline({ source, brackets }, units);
  const blanketRules = layout.tasks.flatMap(({ clauses }) => clauses.flatMap(({ clause }) => clause.rules));
  const context = { source, facts, leadRule: leadRuleOf(blanketRules) };
  const { assumedYear: _, ...printedFacts } = facts;
  return {
    ...printedFacts,
    headings: layout.headings,
    planTargets: [],
    blanketRules,
    tasks: layout.tasks.map((draft) => readTask(context, draft)),
    unread: layout.unread,
  };
}

function leadRuleOf(rules: readonly BlanketRule[]): LeadRule {
  for (const { kind } of rules) {
    if (kind === 'first_named_leads' || kind === 'before_first_comma_leads' || kind === 'marked_leads') return kind;
  }
  return null;
}
