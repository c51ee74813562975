import { isRuleTail, makesResponsible, partiesOfRule, ruleKindOf } from './blanket-rules.ts';
import { listParts, readNameList } from './name-list.ts';
import type { BlanketRule } from './notice-reading.ts';
import { type DenseText, printedPart, type SourceText, sourceSpan } from './source-text.ts';

/** The rules that stand in a clause, and what is left of it for the parties of its own task. */
export interface ClauseRules {
  readonly rules: readonly BlanketRule[];
  readonly rest: readonly (readonly [start: number, end: number])[];
}

interface RulePart {
  readonly start: number;
  readonly end: number;
  /** The rule's first part also says who does what in its own task. */
  readonly keepsParties: number;
}

/** Takes the sentences that speak for all following tasks out of a clause. */
export function clauseRules(source: SourceText, dense: DenseText): ClauseRules {
  const found = ruleParts(dense.text);
  const rest: [number, number][] = [];
  let from = 0;
  for (const { start, end, keepsParties } of found) {
    if (keepsParties > from) rest.push([from, keepsParties]);
    else if (start > from) rest.push([from, start]);
    from = end;
  }
  if (from < dense.text.length) rest.push([from, dense.text.length]);
  return { rules: found.map((part) => blanketRule(source, dense, part)), rest };
}

/** One rule as read; its parties are those that it names itself. */
export function blanketRule(
  source: SourceText,
  dense: DenseText,
  { start, end }: { start: number; end: number },
): BlanketRule {
  const text = dense.text.slice(start, end);
  const kind =
    ruleKindOf(text) ?? (/(?:适用|实施)(?:范围|区域)/.test(text) ? 'default_scope' : 'applies_to_all_following');
  return {
    text: printedPart(source, dense, start, end),
    kind,
    departments: kind === 'applies_to_all_following' ? partiesIn(source, dense, { start, end }) : [],
    span: sourceSpan(dense, start, end),
  };
}

function partiesIn(source: SourceText, dense: DenseText, { start, end }: { start: number; end: number }): string[] {
  const parties = partiesOfRule(dense.text.slice(start, end).replace(/:/g, ','));
  if (parties === null) return [];
  const parts = listParts(dense.text, start + parties.start, start + parties.end);
  return readNameList(source, dense, parts)
    .units.filter(({ folded }) => source.words.units.isUnitLike(folded))
    .map(({ name }) => name);
}

function ruleParts(text: string): RulePart[] {
  const pieces = listParts(text.replaceAll('、', '·'), 0, text.length);
  const found: RulePart[] = [];
  let open: RulePart | null = null;
  // Parts after a rule that may be its own words, or the parties of the next rule.
  let tentative: { readonly start: number; readonly ruleEnd: number } | null = null;
  pieces.forEach((piece, index) => {
    const own = text.slice(piece.start, piece.end);
    // What stands in a bracket behind a name is read with the name.
    const kind = ruleKindOf(own.replace(/\([^()]*\)|\[[^[\]]*\]/g, ''));
    if (open !== null && piece.separator === ',' && (kind === null || isRuleTail(own))) {
      tentative ??= isRuleTail(own) ? null : { start: piece.start, ruleEnd: open.end };
      open = { ...open, end: piece.end };
      found[found.length - 1] = open;
    } else if (isRuleTail(own)) {
      const before = pieces[index - 1];
      open = { start: before?.start ?? piece.start, end: piece.end, keepsParties: before?.end ?? 0 };
      found.push(open);
    } else if (kind !== null) {
      const parties = piece.separator === ',' && makesResponsible(own) ? tentative : null;
      if (parties !== null && open !== null) found[found.length - 1] = { ...open, end: parties.ruleEnd };
      tentative = null;
      open = { start: parties?.start ?? piece.start, end: piece.end, keepsParties: 0 };
      found.push(open);
    } else {
      open = null;
      tentative = null;
    }
  });
  return found;
}
