import type { channelFailures } from '../../store/post-office/delivery-trouble.ts';

/**
 * How the sending of one mail ended.
 *
 * - `accepted`: the server has it;
 * - `retry`: the server does not have it, and may take it later;
 * - `failed`: the server refused it for good;
 * - `ambiguous`: the content went out, and no answer came: nobody knows;
 * - `claim-lost`: another sender has the mail; nothing was sent.
 */
export type SendOutcome =
  | { readonly state: 'accepted'; readonly responseCode: number | null; readonly response: string }
  | {
      readonly state: 'retry' | 'failed' | 'ambiguous';
      readonly failureClass: FailureClass;
      readonly responseCode: number | null;
      readonly response: string;
    }
  | { readonly state: 'claim-lost' };

/** A mailbox or a mail that the server refuses, and the channel's own troubles. */
export type FailureClass = 'mailbox' | 'content' | ChannelFailure;

/** What goes wrong on the way to the server, whatever the mail: the channel pauses then. */
export type ChannelFailure = (typeof channelFailures)[number];

/** Whether the outcome says that the channel does not work, rather than anything about the mail. */
export function isChannelTrouble(outcome: SendOutcome): boolean {
  if (outcome.state === 'accepted' || outcome.state === 'claim-lost') return false;
  return outcome.failureClass !== 'mailbox' && outcome.failureClass !== 'content';
}
