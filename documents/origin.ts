/** Where a stretch of text stands in the document that it was read from; all numbers count from 1, as people count. */
export type Place =
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'paragraph'; readonly paragraph: number }
  | { readonly kind: 'table-cell'; readonly table: number; readonly row: number; readonly column: number }
  | { readonly kind: 'sheet-cell'; readonly sheet: string; readonly cell: string }
  | { readonly kind: 'page-line'; readonly page: number; readonly line: number };

/** The text from `start` up to the next origin's start comes from `place`. */
export interface Origin {
  readonly start: number;
  readonly place: Place;
}

/** The place that the character at `offset` was read from; `origins` are in order, and `null` stands before the first. */
export function originAt(origins: readonly Origin[], offset: number): Place | null {
  let low = 0;
  let high = origins.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((origins[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return origins[low - 1]?.place ?? null;
}

/** A place as people say it: 第3页第12行. */
export function placeText(place: Place): string {
  switch (place.kind) {
    case 'line':
      return `第${place.line}行`;
    case 'paragraph':
      return `第${place.paragraph}段`;
    case 'table-cell':
      return `第${place.table}个表格第${place.row}行第${place.column}列`;
    case 'sheet-cell':
      return `工作表“${place.sheet}”单元格${place.cell}`;
    case 'page-line':
      return `第${place.page}页第${place.line}行`;
  }
}
