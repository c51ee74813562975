import { uuid5 } from '../ids.ts';

/** The id of the sheet with this key, the same in every try of the same draft. */
export function sheetIdOf(planId: string, key: string): string {
  return uuid5(planId, `sheet/${key}`);
}

/** The number 编号 that is printed on a sheet: the plan's year and the beginning of its id. */
export function sheetNumber({ planYear, sheetId }: { readonly planYear: number; readonly sheetId: string }): string {
  return `${planYear}-${sheetId.slice(0, 8).toUpperCase()}`;
}
