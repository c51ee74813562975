/** How the catcher treats its clients: as a good server does, or in one of the ways in which real ones fail. */
export type MailBehaviour =
  | { readonly kind: 'accept' }
  /** Nobody listens on the port. */
  | { readonly kind: 'refuse-connections' }
  /** An error answer such as 421, 451, 535 or 554 at one step of the dialogue. */
  | { readonly kind: 'answer'; readonly at: 'connect' | 'authenticate' | 'recipient'; readonly code: number }
  | { readonly kind: 'answer'; readonly at: 'data'; readonly code: number }
  /** No answer at all: before the greeting, or after the final dot with the mail kept or lost. */
  | { readonly kind: 'hang'; readonly at: 'connect' }
  | { readonly kind: 'hang' | 'drop'; readonly at: 'data'; readonly isKept: boolean };

/** An error that smtp-server turns into the answer line `code`. */
export function smtpAnswer(code: number): Error {
  return Object.assign(new Error(answerTexts[code] ?? 'Refused'), { responseCode: code });
}

const answerTexts: Readonly<Record<number, string>> = {
  421: 'Service not available, closing transmission channel',
  451: 'Requested action aborted: local error in processing',
  452: 'Insufficient system storage',
  535: 'Authentication credentials invalid',
  550: 'Mailbox unavailable',
  554: 'Transaction failed',
};
