const halfWidth = /[\u0020-\u007E\u00A0-\u00FF]/;
// What programs keep on one line: a Latin word or number, and a letter with the punctuation that may not begin a line.
const unbroken = /[0-9A-Za-z.,%/+-]+[，。、；：！？）》”’」]*|[\s\S][，。、；：！？）》”’」]*/gu;

/** The width of a text in full-width characters; Latin letters and digits count half. */
export function textWidth(text: string): number {
  return [...text].reduce((width, letter) => width + (halfWidth.test(letter) ? 0.5 : 1), 0);
}

/** The lines that a text takes in a column of `width` full-width characters, as programs break it; an empty text takes one. */
export function wrappedLines(text: string, width: number): readonly string[] {
  const room = Math.max(1, width);
  return text.split('\n').flatMap((line) => wrapped(line, room));
}

/** How many lines a text takes in a column of `width` full-width characters. */
export function lineCount(text: string, width: number): number {
  return wrappedLines(text, width).length;
}

function wrapped(line: string, room: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  let taken = 0;
  for (const part of (line.match(unbroken) ?? []).flatMap((each) => fitting(each, room))) {
    const width = textWidth(part);
    if (current !== '' && taken + width > room) {
      lines.push(current);
      current = '';
      taken = 0;
    }
    current += part;
    taken += width;
  }
  return [...lines, current];
}

// A word that is wider than the column is broken after all.
function fitting(part: string, room: number): readonly string[] {
  return textWidth(part) <= room ? [part] : [...part];
}
