import { makesResponsible, ruleKindOf } from './blanket-rules.ts';
import { blanketRule } from './clause-rules.ts';
import type { BlanketRule } from './notice-reading.ts';
import { sentencesOf } from './sentences.ts';
import type { SourceText } from './source-text.ts';
import type { Span } from './span.ts';

/**
 * Rules about who leads, or who takes part in every task, that stand in the cover notice or in a note, outside every clause. Other
 * kinds of rule are not looked for there: a sentence of the frame that says 以下 or 均 mostly speaks of something else.
 */
export function frameRules(source: SourceText, spans: readonly Span[]): BlanketRule[] {
  return sentencesOf(source, spans).flatMap((dense) => {
    const parts = [...dense.text.matchAll(/[^,。;!?]+/g)];
    return parts
      .filter(
        ([text]) => text.length <= 60 && (ruleKindOf(text)?.endsWith('_leads') === true || makesResponsible(text)),
      )
      .slice(0, 1)
      .map(({ 0: text, index }) => blanketRule(source, dense, { start: index, end: index + text.length }));
  });
}
