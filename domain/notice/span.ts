/** Half-open `[start, end)` in UTF-16 code units of the text that was read. */
export type Span = readonly [start: number, end: number];

/** Whether `inner` lies wholly in `outer`. */
export function isWithin(inner: Span, outer: Span): boolean {
  return inner[0] >= outer[0] && inner[1] <= outer[1];
}

/** Whether two spans share at least one character. */
export function overlaps(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

/** The parts of `whole` that no hole covers, in order; holes may overlap and stand in any order. */
export function spansWithout(whole: Span, holes: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let from = whole[0];
  for (const [start, end] of holes.toSorted((a, b) => a[0] - b[0])) {
    if (end <= from) continue;
    if (start >= whole[1]) break;
    if (start > from) rest.push([from, start]);
    from = end;
  }
  if (from < whole[1]) rest.push([from, whole[1]]);
  return rest;
}
