import { leftReasons } from './left-reasons.ts';
import type { NoticeReading } from './notice-reading.ts';
import type { Span } from './span.ts';

/** What a stretch of the notice became. */
export type CoverageKind = 'heading' | 'task' | 'clause' | 'item' | 'target' | 'deadline' | 'goal' | 'rule' | 'unread';

/** One thing read from a stretch: `index` counts within its list in the reading, `task` is the task that it belongs to. */
export interface CoverageMark {
  readonly kind: CoverageKind;
  readonly task: number | null;
  readonly index: number;
}

/**
 * A stretch of the text with everything that was read from it, the widest first. Where nothing was read, `reason` says
 * why in words for the office; it is also said of unread passages, and `null` for read text and for blanks.
 */
export interface CoveragePart {
  readonly span: Span;
  readonly marks: readonly CoverageMark[];
  readonly reason: string | null;
}

interface Placed extends CoverageMark {
  readonly span: Span;
}

// Of two things read from the same stretch the one of the later kind lies within the other.
const depth: Readonly<Record<CoverageKind, number>> = {
  heading: 0,
  task: 1,
  goal: 2,
  clause: 2,
  rule: 3,
  item: 3,
  target: 4,
  deadline: 5,
  unread: 6,
};

/** What became of every stretch of `text`, in order and without gaps: what the reader made of it, or why nothing. */
export function coverageOf(reading: NoticeReading, text: string): CoveragePart[] {
  const placed = placedIn(reading).filter(({ span }) => span[1] > span[0]);
  const leftIn = leftReasons(reading, text);
  const parts: CoveragePart[] = [];
  for (const { span, marks } of stretches(placed, text.length)) {
    if (marks.length > 0) parts.push({ span, marks, reason: unreadReason(reading, marks) });
    else for (const left of leftIn(span)) parts.push({ ...left, marks: [] });
  }
  return parts;
}

function unreadReason({ unread }: NoticeReading, marks: readonly CoverageMark[]): string | null {
  const mark = marks.find(({ kind }) => kind === 'unread');
  return mark === undefined ? null : (unread[mark.index]?.reason ?? null);
}

function placedIn(reading: NoticeReading): Placed[] {
  const outside = (kind: CoverageKind, list: readonly { readonly span: Span }[]) =>
    list.map(({ span }, index): Placed => ({ kind, task: null, index, span }));
  return [
    ...outside('heading', reading.headings),
    ...outside('goal', reading.planTargets),
    ...outside('rule', reading.blanketRules),
    ...outside('unread', reading.unread),
    ...reading.tasks.flatMap((task, place) => {
      const within = (kind: CoverageKind, spans: readonly Span[]) =>
        spans.map((span, index): Placed => ({ kind, task: place, index, span }));
      const spansOf = (list: readonly { readonly span: Span }[]) => list.map(({ span }) => span);
      return [
        { kind: 'task' as const, task: place, index: place, span: task.span },
        ...within('clause', task.clauseSpans),
        ...within('item', spansOf(task.items)),
        ...within('target', spansOf(task.targets)),
        ...within('deadline', spansOf(task.deadlines)),
      ];
    }),
  ];
}

interface Stretch {
  readonly span: Span;
  readonly marks: readonly CoverageMark[];
}

/** Cuts the text where anything begins or ends. */
function stretches(placed: readonly Placed[], length: number): Stretch[] {
  const borders = [...new Set([0, length, ...placed.flatMap(({ span }) => span)])].toSorted(
    (one, other) => one - other,
  );
  const starting = placed.toSorted((one, other) => one.span[0] - other.span[0]);
  const found: Stretch[] = [];
  let open: Placed[] = [];
  let next = 0;
  for (const [index, start] of borders.entries()) {
    const end = borders[index + 1];
    if (end === undefined) break;
    open = open.filter(({ span }) => span[1] > start);
    for (let own = starting[next]; own !== undefined && own.span[0] === start; own = starting[next]) {
      open.push(own);
      next += 1;
    }
    const marks = open.toSorted((one, other) => depth[one.kind] - depth[other.kind]);
    found.push({
      span: [start, end],
      marks: marks.map(({ kind, task, index: place }) => ({ kind, task, index: place })),
    });
  }
  return found;
}
