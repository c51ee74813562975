// Everything that could end a header, move the cursor or turn the reading direction: control characters, line and paragraph
// separators, zero-width and bidirectional formatting characters, and halves of surrogate pairs.
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu;

/**
 * `text` as one line that is safe in a header and in a mail's text: what could break out of the line becomes a blank, and
 * beyond `maxCharacters` it ends in 「…」.
 */
export function plainLine(text: string, maxCharacters = 200): string {
  const line = [...text.replaceAll(unsafe, ' ').replaceAll(/\s+/g, ' ').trim()];
  return line.length <= maxCharacters ? line.join('') : `${line.slice(0, maxCharacters - 1).join('')}…`;
}
