/** Words as alternatives of a regular expression, the longest first, so that no word hides a longer one. */
export function alternatives(words: readonly string[]): string {
  return [...new Set(words)]
    .toSorted((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}
