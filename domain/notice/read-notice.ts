import { documentFacts } from './document-facts.ts';
import { frameRules } from './frame-rules.ts';
import { withPlainLabels } from './label-forms.ts';
import type { BlanketRule, NoticeReading, TargetReading } from './notice-reading.ts';
import { type NoticeLayout, readLayout } from './read-layout.ts';
import { readTask, timeContext } from './read-task.ts';
import { sentencesOf } from './sentences.ts';
import { type SourceText, sourceText } from './source-text.ts';
import { spansWithout } from './span.ts';
import { targetsIn } from './targets.ts';
import type { TaskDraft } from './task-draft.ts';
import type { LeadRule } from './task-roles.ts';
import { type TimeContext, timePhrases } from './time-phrases.ts';
import { unreadPassages } from './unread-passages.ts';
import { defaultWords, type Words } from './words.ts';
import { withoutWrapping } from './wrapped-lines.ts';

/**
 * Reads a notice of any city: its tasks with their units, figures and dates, each with its place in `text`. `words` are
 * those of the genre, and of a city that has taught its own.
 */
export function readNotice(text: string, words: Words = defaultWords): NoticeReading {
  const source = withPlainLabels(withoutWrapping(sourceText(text, words)));
  const facts = documentFacts(source);
  const layout = readLayout(source);
  const inClauses = layout.tasks.flatMap(({ clauses }) => clauses.flatMap(({ clause }) => clause.rules));
  const framed = frameRules(
    source,
    spansWithout([0, source.folded.length], [...layout.tasks.map(({ span }) => span), ...layout.tables]),
  );
  const blanketRules = [...framed, ...layout.headRules, ...inClauses].toSorted(
    (one, other) => one.span[0] - other.span[0],
  );
  const leadRules = leadRulesFor(layout.tasks, blanketRules);
  const times = timeContext(facts, words.days);
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
    tasks: layout.tasks.map((draft, index) => readTask({ source, facts, leadRule: leadRules[index] ?? null }, draft)),
    unread: unreadPassages(source, { layout, planTargets, times }),
  };
}

/** For each task, in order, the rule about who leads that was said last before its end: 下同 looks forward. */
function leadRulesFor(tasks: readonly TaskDraft[], rules: readonly BlanketRule[]): LeadRule[] {
  let rule: LeadRule = null;
  let next = 0;
  return tasks.map(({ span }) => {
    for (let said = rules[next]; said !== undefined && said.span[0] < span[1]; said = rules[next]) {
      const { kind } = said;
      if (kind === 'first_named_leads' || kind === 'before_first_comma_leads' || kind === 'marked_leads') rule = kind;
      next += 1;
    }
    return rule;
  });
}

const longestName = 36;

/** Figures of the goals and the preamble, which belong to no task. */
function targetsOutside(
  source: SourceText,
  { tasks, titles, tables }: NoticeLayout,
  times: TimeContext,
): TargetReading[] {
  // A heading that is a whole sentence can hold a goal; a short one only names a subject.
  const names = titles.filter(
    ([start, end]) => end - start <= longestName && !/[,;:].*\d/.test(source.folded.slice(start, end)),
  );
  const held = [...tasks.map(({ span }) => span), ...tables, ...names];
  return sentencesOf(source, spansWithout([0, source.folded.length], held)).flatMap((dense) =>
    targetsIn(source, dense, timePhrases(dense.text, times)).map(({ target }) => target),
  );
}
