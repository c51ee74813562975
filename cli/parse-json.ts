import { UsageError } from './exit-codes.ts';

/** The value of a JSON text; what is no JSON is refused with the name of `what` and the place of the fault. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    throw new UsageError(
      `${what}不是有效的 JSON：${placeOf(text, position === undefined ? text.length : Number(position))}有误。`,
    );
  }
}

function placeOf(text: string, position: number): string {
  const lines = text.slice(0, position).split('\n');
  return `第 ${lines.length} 行第 ${(lines.at(-1)?.length ?? 0) + 1} 个字符附近`;
}
