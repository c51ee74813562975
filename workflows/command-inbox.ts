import type { Instant } from '../domain/instant.ts';
import type { CommandAnswer } from '../domain/ledger/command-answer.ts';
import type { AdvanceAnswer, Envelope, ReferenceChange } from './messages.ts';

/** Something that waits for the writer, in the order of arrival. */
export type Entry<C> = { readonly arrivedAt: Instant } & (
  | { readonly kind: 'command'; readonly envelope: Envelope<C>; readonly caller: Caller<CommandAnswer> }
  | { readonly kind: 'advance'; readonly instant: Instant; readonly caller: Caller<AdvanceAnswer> }
  | { readonly kind: 'note'; readonly envelope: Envelope<C> }
  | { readonly kind: 'reference'; readonly change: ReferenceChange }
);

/** Whoever waits for the answer to an entry. */
export interface Caller<A> {
  readonly answer: (answer: A) => void;
  readonly refuse: (reason: unknown) => void;
}

/** The queue before the one writer: handlers put in and wait, the main function takes out. */
export interface CommandInbox<C> {
  readonly size: () => number;
  readonly next: () => Entry<C> | undefined;
  readonly command: (envelope: Envelope<C>, arrivedAt: Instant) => Promise<CommandAnswer>;
  readonly advance: (instant: Instant, arrivedAt: Instant) => Promise<AdvanceAnswer>;
  /** A command that nobody waits for: it came as a signal. */
  readonly note: (envelope: Envelope<C>, arrivedAt: Instant) => void;
  readonly reference: (change: ReferenceChange, arrivedAt: Instant) => void;
}

/** An empty inbox. */
export function commandInbox<C>(): CommandInbox<C> {
  const entries: Entry<C>[] = [];
  return {
    size: () => entries.length,
    next: () => entries.shift(),
    command: (envelope, arrivedAt) =>
      new Promise((answer, refuse) => {
        entries.push({ kind: 'command', envelope, arrivedAt, caller: { answer, refuse } });
      }),
    advance: (instant, arrivedAt) =>
      new Promise((answer, refuse) => {
        entries.push({ kind: 'advance', instant, arrivedAt, caller: { answer, refuse } });
      }),
    note: (envelope, arrivedAt) => void entries.push({ kind: 'note', envelope, arrivedAt }),
    reference: (change, arrivedAt) => void entries.push({ kind: 'reference', change, arrivedAt }),
  };
}
