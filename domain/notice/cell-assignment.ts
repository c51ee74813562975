import { nobody, type UnitWords } from './unit-vocabulary.ts';
import { isUnitColumn, type TableColumn } from './table-columns.ts';

/** Rows with more pieces than this are not taken apart: the work grows with the square of their number. */
export const mostPieces = 120;

/**
 * Gives the pieces of a flattened row to its columns, in order, so that names stand under units and sentences under
 * text; the number of pieces for each column, or `null` where nothing fits. An empty piece is a blank cell.
 */
export function assignCells(
  units: UnitWords,
  pieces: readonly string[],
  columns: readonly TableColumn[],
): number[] | null {
  if (pieces.length > mostPieces || columns.length === 0) return null;
  const width = pieces.length + 1;
  // best[c][p]: the greatest score with the first c columns holding the first p pieces; took[c][p]: pieces of column c.
  const best: number[][] = [filledWith(-Infinity, width)];
  const took: number[][] = [];
  const start = best[0];
  if (start !== undefined) start[0] = 0;
  for (const [index, column] of columns.entries()) {
    const row = filledWith(-Infinity, width);
    const counts = filledWith(0, width);
    for (let from = 0; from < width; from += 1) {
      const base = best[index]?.[from] ?? -Infinity;
      if (base === -Infinity) continue;
      let own = 0;
      for (let to = from; to < width; to += 1) {
        if (to > from) own += pieceScore(units, pieces[to - 1] ?? '', column);
        const score = base + own + groupScore(pieces, column, from, to);
        if (score > (row[to] ?? -Infinity)) {
          row[to] = score;
          counts[to] = to - from;
        }
        if (own < -40) break;
      }
    }
    best.push(row);
    took.push(counts);
  }
  if ((best[columns.length]?.[pieces.length] ?? -Infinity) < 0) return null;
  const result: number[] = [];
  let rest = pieces.length;
  for (let index = columns.length - 1; index >= 0; index -= 1) {
    const count = took[index]?.[rest] ?? 0;
    result.unshift(count);
    rest -= count;
  }
  return result;
}

function filledWith(value: number, length: number): number[] {
  return Array.from({ length }, () => value);
}

/** How well one piece suits a column. */
function pieceScore(units: UnitWords, piece: string, { kind }: TableColumn): number {
  const isBlankCell = piece === '' || nobody.test(piece);
  if (isBlankCell) return piece === '' ? -0.5 : 1;
  if (isUnitColumn(kind) || kind === 'office') return isNames(units, piece) ? 3 : -12;
  switch (kind) {
    case 'number':
      return /^[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)]?[.、]?$/.test(piece) ? 4 : -20;
    case 'time':
      return isTime(piece) ? 3 : -10;
    case 'person':
      return piece.length <= 4 * piece.split(/[、,]/).length + 2 && !units.endsAsUnit(piece) ? 2 : -8;
    case 'category':
    case 'title':
      return (
        (isNames(units, piece) && piece.length > 2 ? -4 : 0.5) +
        (/[。;]./.test(piece) || piece.length > 40 ? -4 : 0.5) +
        (isTime(piece) && piece.length < 12 ? -3 : 0)
      );
    case 'text':
    case 'progress':
      return (
        (isNames(units, piece) && piece.length > 2 ? -4 : 0.5) +
        (/[。;,]/.test(piece) || piece.length > 20 ? 2 : 0) +
        (isTime(piece) && piece.length < 12 ? -3 : 0)
      );
    case 'ignored':
    case 'scope':
      return -1;
  }
}

/** Blank cells cost a little; the last line of a wrapped cell is the short one. */
function groupScore(pieces: readonly string[], { kind }: TableColumn, from: number, to: number): number {
  const count = to - from;
  if (count === 0)
    return kind === 'text'
      ? -3
      : kind === 'category' || kind === 'support' || kind === 'ignored' || kind === 'person'
        ? -1
        : -2;
  if (pieces[from] === '' && count === 1) return 0.5;
  if (pieces.slice(from, to).includes('')) return -6 * count;
  if (kind === 'number') return count > 1 ? -20 : 0;
  if ((kind === 'category' || kind === 'title') && to < pieces.length) {
    const last = pieces[to - 1] ?? '';
    const opening = pieces[from] ?? '';
    return (
      (count > 1 && last.length > opening.length ? -1 : 0) +
      (last.length <= 2 && count > 1 ? 1 : 0) +
      ((pieces[to] ?? '').length <= 2 ? -2 : 0)
    );
  }
  return 0;
}

/** Whether a piece holds nothing but names of units. */
export function isNames(units: UnitWords, piece: string): boolean {
  if (/[。:!?“]/.test(piece)) return false;
  const names = piece
    .replace(/等(?:[\u4e00-\u9fa5]{0,8}(?:部门|单位|机构))?$/, '')
    .replace(/(?:牵头|负责|配合|参与|按职责分工)+$/, '')
    .split(/[、,;及]/)
    .filter((name) => name !== '');
  if (names.length === 0) return piece.startsWith('等');
  const last = names.at(-1) ?? '';
  // 锅炉24台 ends as a figure, whatever else ends in 台.
  if (figureAtEnd.test(last)) return false;
  const good = names.filter(
    (name) => name.length <= 26 && units.endsAsUnit(name.replace(/(?:牵头|负责|配合|参与|按职责分工)+$/, '')),
  ).length;
  return (good * 2 > names.length || units.endsAsUnit(last)) && names.every((name) => name.length <= 30) && good > 0;
}

const figureAtEnd = /\d[余多万千百]?[\u4e00-\u9fa5]{1,2}$/;

function isTime(piece: string): boolean {
  return (
    /^(?:\d{4}[年.\-/]|.{0,8}(?:\d{1,2}月|年底|月底|季度|半年)|全年|长期|持续|常年|年内|每|立即|即时|适时|按时|已完成|贯穿|.{0,6}年.{0,6}$|本文)/.test(
      piece,
    ) &&
    piece.length <= 40 &&
    /年|月|季|期|续|时|日|周/.test(piece)
  );
}
