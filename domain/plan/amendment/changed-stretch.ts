import type { Span } from '../task-draft.ts';
import { type Place, placeIn } from './notice-change.ts';

interface Stretch {
  readonly text: string;
  readonly span: Span;
}

/** What is left of two stretches of text without the words that both begin and end with. */
export function changedStretch(
  old: Stretch,
  now: Stretch,
): { readonly before: Place | null; readonly after: Place | null } {
  const [one, other] = [old.text.slice(...old.span), now.text.slice(...now.span)];
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const place = ({ text, span: [from, to] }: Stretch): Place | null =>
    from + start >= to - end ? null : placeIn(text, [from + start, to - end]);
  return { before: place(old), after: place(now) };
}
