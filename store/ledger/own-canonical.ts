/**
 * The canonical text (RFC 8785) of a value that came out of `JSON.parse`, written apart from the one that events are
 * recorded with, so that a fault in either shows: keys by their UTF-16 units, numbers and strings as ECMAScript writes them.
 */
export function ownCanonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ownCanonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => compareUnits(a, b));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${ownCanonicalText(each)}`).join(',')}}`;
}

function compareUnits(a: string, b: string): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = a.charCodeAt(index) - b.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
