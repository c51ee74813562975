import { documentFacts } from './document-facts.ts';
import type { BlanketRule, NoticeReading, TargetReading } from './notice-reading.ts';
import { readLayout } from './read-layout.ts';
import { readTask, timeContext } from './read-task.ts';
import { sentencesOf } from './sentences.ts';
import { type SourceText, sourceText } from './source-text.ts';
import { spansWithout } from './span.ts';
import { targetsIn } from './targets.ts';
import type { Layout } from './task-draft.ts';
import type { LeadRule } from './task-roles.ts';
import { type TimeContext, timePhrases } from './time-phrases.ts';
import { unreadPassages } from './unread-passages.ts';

/** Reads a notice of any city: its tasks with their units, figures and dates, each with its place in `text`. */
export function readNotice(text: string): NoticeReading {
  const source = sourceText(text);
  const facts = documentFacts(source);
  const layout = readLayout(source);
  const inClauses = layout.tasks.flatMap(({ clauses }) => clauses.flatMap(({ clause }) => clause.rules));
  const blanketRules = [...layout.headRules, ...inClauses];
  const context = { source, facts, leadRule: leadRuleOf(blanketRules) };
  const times = timeContext(facts);
  const planTargets = targetsOutside(source, layout, times);
  const { title, issuer, documentNumber, issuedOn, planYear } = facts;
  return {
    title,
    issuer,
    documentNumber,
    issuedOn,
    planYear,
    headings: layout.headings,
    planTargets,
    blanketRules,
    tasks: layout.tasks.map((draft) => readTask(context, draft)),
    unread: unreadPassages(source, { layout, planTargets, times }),
  };
}

function leadRuleOf(rules: readonly BlanketRule[]): LeadRule {
  for (const { kind } of rules) {
    if (kind === 'first_named_leads' || kind === 'before_first_comma_leads' || kind === 'marked_leads') return kind;
  }
  return null;
}

/** Figures of the goals and the preamble, which belong to no task. */
function targetsOutside(source: SourceText, { tasks, titles }: Layout, times: TimeContext): TargetReading[] {
  const held = [...tasks.map(({ span }) => span), ...titles];
  return sentencesOf(source, spansWithout([0, source.folded.length], held)).flatMap((dense) =>
    targetsIn(source, dense, timePhrases(dense.text, times)).map(({ target }) => target),
  );
}
