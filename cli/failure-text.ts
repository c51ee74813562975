/** What a person reads of a failure: a text of ours is Chinese and says all; of anything else the whole stack is wanted. */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return /\p{Script=Han}/u.test(error.message) ? error.message : (error.stack ?? error.message);
}
