import { OPS, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A straight line printed on a page, in points from its upper left corner: `at` across its direction, `from` and `to` along it. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The lines of a page that can be borders of cells. */
export interface PageRules {
  readonly level: readonly Rule[];
  readonly upright: readonly Rule[];
}

/** A border is thinner, and longer, than these points. */
const mostThickness = 3;
const leastLength = 6;

const painting = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.fill, OPS.eoFill]);
const filling = new Set([OPS.fill, OPS.eoFill]);

/** Collects the lines that a page draws, also those drawn as thin filled boxes, as office programs do. */
export async function pageRules(page: PDFPageProxy): Promise<PageRules> {
  const { transform } = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: { level: Rule[]; upright: Rule[] } = { level: [], upright: [] };
  const saved: number[][] = [];
  let matrix: number[] = [...transform];
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = Util.transform(matrix, numbersOf(args));
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      const own = Array.isArray(args) ? numbersOf(args[0]) : [];
      if (own.length === 6) matrix = Util.transform(matrix, own);
    } else if (operator === OPS.constructPath) takePath(args, matrix, rules);
  }
  return { level: joined(rules.level), upright: joined(rules.upright) };
}

type Point = readonly [x: number, y: number];

function takePath(args: unknown, matrix: readonly number[], rules: { level: Rule[]; upright: Rule[] }): void {
  if (!Array.isArray(args) || !painting.has(Number(args[0])) || !Array.isArray(args[1])) return;
  for (const corners of outlines(numbersOf(args[1][0]), matrix)) {
    if (filling.has(Number(args[0]))) takeBox(corners, rules);
    else for (const [index, corner] of corners.entries()) takeLine(corners[index - 1] ?? corner, corner, rules);
  }
}

/** The corners of each part of a path, on the page; a part with a curve has none. */
function outlines(path: readonly number[], matrix: readonly number[]): Point[][] {
  const parts: Point[][] = [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  for (let index = 0; index < path.length;) {
    const step = path[index] ?? 4;
    const [x = 0, y = 0] = path.slice(index + 1, index + 3);
    const point: Point = [a * x + c * y + e, b * x + d * y + f];
    const part = parts.at(-1);
    if (step === 0) parts.push([point]);
    else if (step === 1) part?.push(point);
    else if (step === 4) part?.push(...part.slice(0, 1));
    else if (part !== undefined) part.length = 0;
    index += [3, 3, 7, 5, 1][step] ?? path.length;
  }
  return parts;
}

function takeBox(corners: readonly Point[], rules: { level: Rule[]; upright: Rule[] }): void {
  if (corners.length < 4) return;
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= mostThickness) takeLine([left, (top + bottom) / 2], [right, (top + bottom) / 2], rules);
  else if (right - left <= mostThickness) takeLine([(left + right) / 2, top], [(left + right) / 2, bottom], rules);
}

function takeLine([x1, y1]: Point, [x2, y2]: Point, { level, upright }: { level: Rule[]; upright: Rule[] }): void {
  if (Math.abs(y1 - y2) < 1 && x1 !== x2) level.push({ at: y1, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  else if (Math.abs(x1 - x2) < 1 && y1 !== y2) upright.push({ at: x1, from: Math.min(y1, y2), to: Math.max(y1, y2) });
}

/** Puts the pieces of a line together, which is often drawn anew for every cell. */
function joined(rules: readonly Rule[]): Rule[] {
  const lines: { at: number; from: number; to: number }[] = [];
  const ordered = rules.toSorted((one, other) => Math.round(one.at) - Math.round(other.at) || one.from - other.from);
  for (const rule of ordered) {
    const before = lines.at(-1);
    const goesOn =
      before !== undefined && Math.abs(before.at - rule.at) < 1.5 && rule.from <= before.to + mostThickness;
    if (before !== undefined && goesOn) before.to = Math.max(before.to, rule.to);
    else lines.push({ ...rule });
  }
  return lines.filter(({ from, to }) => to - from >= leastLength);
}

function numbersOf(value: unknown): number[] {
  const isList = Array.isArray(value) || value instanceof Float32Array;
  if (isList) return Array.from(value, Number);
  return value !== null && typeof value === 'object' ? Object.values(value).map(Number) : [];
}
