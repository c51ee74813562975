import { textWidth } from '../text-width.ts';

/** Letters of size 2 in a line: of an upright page, and of one on its side. */
export const titleRoom = { portrait: 19.5, landscape: 28 } as const;

// A line may end after these and before these; nearer to the first kind reads better.
const goodEnd = /[》」）、，的和与]$/;
const goodStart = /^(?:《|「|（|任务|工作|情况|进展|季度|办理|落实|催办|督办)/;

/** A title in lines of balanced length that do not cut a word where that can be seen from its letters; a line break in it stays. */
export function titleLines(title: string, room: number): readonly string[] {
  return title.split('\n').flatMap((part) => balanced(part, room));
}

function balanced(title: string, room: number): readonly string[] {
  const width = textWidth(title);
  if (width <= room) return [title];
  const lines = Math.ceil(width / (room - 1));
  const cut = bestCut(title, width / lines, room);
  return [title.slice(0, cut), ...balanced(title.slice(cut), room)];
}

function bestCut(title: string, wanted: number, room: number): number {
  const cuts = Array.from({ length: title.length - 1 }, (_, index) => index + 1).filter((cut) => {
    const width = textWidth(title.slice(0, cut));
    return width <= room && width >= Math.min(6, wanted) && !isWithinWord(title, cut);
  });
  const cost = (cut: number) => {
    const distance = Math.abs(textWidth(title.slice(0, cut)) - wanted);
    const isGood = goodEnd.test(title.slice(0, cut)) || goodStart.test(title.slice(cut));
    return distance + (isGood ? 0 : 4);
  };
  return cuts.toSorted((a, b) => cost(a) - cost(b))[0] ?? Math.round(wanted);
}

// Numbers and Latin words stay whole, and punctuation stays with what it follows.
function isWithinWord(title: string, cut: number): boolean {
  const [before, after] = [title.charAt(cut - 1), title.charAt(cut)];
  return (
    (/[0-9A-Za-z]/.test(before) && /[0-9A-Za-z年月]/.test(after)) ||
    /[》」）、，。：]/.test(after) ||
    /[《「（]/.test(before)
  );
}
