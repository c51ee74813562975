/** Key of letters that ask for the review of an obligation. */
export function reviewKey(obligationId: string): string {
  return `${obligationId}#review`;
}

/** Key of the letter by which rows of an obligation came back. */
export function sentBackKey(obligationId: string): string {
  return `${obligationId}#sent-back`;
}
