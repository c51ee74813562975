const halfWidth = /[\u0020-\u007E\u00A0-\u00FF]/;

/** The width of a text in full-width characters; Latin letters and digits count half. */
export function textWidth(text: string): number {
  return [...text].reduce((width, letter) => width + (halfWidth.test(letter) ? 0.5 : 1), 0);
}

/** How many lines a text takes in a column of `width` full-width characters; an empty text takes one. */
export function lineCount(text: string, width: number): number {
  const room = Math.max(1, width);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
}
