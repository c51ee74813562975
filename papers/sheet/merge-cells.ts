const existing = /<mergeCells count="(\d+)">(.*?)<\/mergeCells>/s;

/**
 * Adds merged ranges to a sheet and leaves the values in the cells under them, so that a filter on a merged column still finds every
 * row; the library would empty them.
 */
export function mergeKeepingValues(xml: string, ranges: readonly string[]): string {
  if (ranges.length === 0) return xml;
  const added = ranges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const [whole, count, inner = ''] = existing.exec(xml) ?? [];
  if (whole === undefined) throw new Error('a sheet without a merged title has no place for merged cells');
  return xml.replace(whole, `<mergeCells count="${Number(count) + ranges.length}">${inner}${added}</mergeCells>`);
}
