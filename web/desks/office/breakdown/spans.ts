import type { BreakdownBody } from '../../../../api/schemas/breakdown.ts';

/** A place in the notice's text, half open. */
export type Span = readonly [number, number];

/** Something that was read from a place of the notice. */
export interface Marked {
  readonly key: string;
  readonly kind: 'task' | 'item' | 'point' | 'left';
  readonly span: Span;
}

/** A stretch of the text with everything that was read from it, the innermost last. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly marks: readonly Marked[];
}

/** Everything in a breakdown that has a place in the text. */
export function marksOf({
  tasks,
  points,
  unread,
}: Pick<BreakdownBody, 'tasks' | 'points' | 'unread'>): readonly Marked[] {
  return [
    ...tasks.map(({ taskId, span }): Marked => ({ key: `task/${taskId}`, kind: 'task', span })),
    ...tasks.flatMap(({ taskId, items }) =>
      items.flatMap(({ id, span }): readonly Marked[] =>
        span === null ? [] : [{ key: `item/${taskId}/${id}`, kind: 'item', span }],
      ),
    ),
    ...unread.map(({ span }): Marked => ({ key: `left/${span[0]}`, kind: 'left', span })),
    ...points.flatMap(({ id, span }): readonly Marked[] =>
      span === null ? [] : [{ key: `point/${id}`, kind: 'point', span }],
    ),
  ];
}

/** Cuts the text wherever a mark begins or ends, so that marks within marks can be shown. */
export function piecesOf(text: string, marks: readonly Marked[]): readonly Piece[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ span }) => span)])]
    .filter((place) => place >= 0 && place <= text.length)
    .toSorted((a, b) => a - b);
  const length = ({ span: [start, end] }: Marked): number => end - start;
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const covering = marks.filter(({ span }) => span[0] <= start && span[1] >= end && span[0] < span[1]);
    return { text: text.slice(start, end), start, marks: covering.toSorted((a, b) => length(b) - length(a)) };
  });
}

/** What a press on a piece chooses: the innermost of what was read there; of several with the same words, the one after the chosen. */
export function pressedIn(covering: readonly Marked[], chosen: string | null): Marked | null {
  const last = covering.at(-1);
  if (last === undefined) return null;
  const alike = covering.filter(({ span }) => span[0] === last.span[0] && span[1] === last.span[1]);
  const next = alike.findIndex(({ key }) => key === chosen) - 1;
  return alike.at(next < 0 ? -1 : next) ?? last;
}
