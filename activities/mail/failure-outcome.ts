import type { NodemailerError } from 'nodemailer/lib/errors.js';
import { plainLine } from '../../domain/letters/plain-line.ts';
import type { FailureClass, SendOutcome } from './send-outcome.ts';

/**
 * What an error of the dialogue means for the mail. `isContentOut`: the content was handed over before the error, so that
 * without an answer of the server nobody knows whether it has the mail.
 */
export function failureOutcome(error: NodemailerError, isContentOut: boolean): SendOutcome {
  const responseCode = error.responseCode ?? null;
  const response = plainLine(error.response ?? error.message, 500);
  if (isContentOut && responseCode === null) {
    return { state: 'ambiguous', failureClass: 'no-answer', responseCode, response };
  }
  const failureClass = failureClassOf(error);
  const isFinal = error.permanent === true && (failureClass === 'mailbox' || failureClass === 'content');
  const isRefusedHere = isTooLarge(error) || isImpossibleAddress(error);
  return { state: isFinal || isRefusedHere ? 'failed' : 'retry', failureClass, responseCode, response };
}

function failureClassOf(error: NodemailerError): FailureClass {
  const { code, originalCode = '', command = '', responseCode } = error;
  if (code === 'EAUTH' || code === 'ENOAUTH' || command.startsWith('AUTH')) return 'authentication';
  if (code === 'ETLS' || command === 'STARTTLS' || /CERT|SELF_SIGNED|VERIFY|TLS|SSL/.test(originalCode)) return 'tls';
  if (isTooLarge(error)) return 'content';
  if (isImpossibleAddress(error)) return 'mailbox';
  if (responseCode === undefined) return 'connection';
  // The server closes down, or is in the wrong state for the command: it says nothing about this mail.
  if (responseCode === 421 || responseCode === 503) return 'service';
  if (command === 'RCPT TO') return 'mailbox';
  if (command === 'DATA') return isAboutMailbox(error.response ?? '') ? 'mailbox' : 'content';
  // Our own address is refused: that is ours to mend, and no reason to give up a mail.
  return command === 'MAIL FROM' ? 'sender' : 'service';
}

// Enhanced status codes X.1.z (address) and X.2.z (mailbox): servers that look at the receiver only after the content say it so.
function isAboutMailbox(response: string): boolean {
  return /^\d{3}[ -][245]\.[12]\.\d/.test(response);
}

// An address that cannot be said in the dialogue; refused before anything was sent.
function isImpossibleAddress({ code, responseCode }: NodemailerError): boolean {
  return code === 'EENVELOPE' && responseCode === undefined;
}

// Found out by the SMTP client itself, from the size that the server announces.
function isTooLarge({ code, responseCode, message }: NodemailerError): boolean {
  return code === 'EMESSAGE' && responseCode === undefined && message.startsWith('Message size larger');
}
