import type { PersonActor } from '../../../domain/actor.ts';
import type { Book } from '../../../domain/ledger/book.ts';
import type { EventBase } from '../../../domain/ledger/event.ts';
import type { Letter } from '../../../domain/ledger/letter.ts';
import { type Instant, instant } from '../../../domain/instant.ts';
import { books } from '../../../store/books.ts';
import { type Books, chainBook } from '../../../store/ledger/chain-book.ts';
import { put } from '../../../store/projections/row-change.ts';

/** A unit's id for tests, and a person's in one of its seats. */
export const unitId = '7d6a3c58-43a5-5a60-9b0e-0d6f3c5b6f01';
export const planId = '0b0f4a52-0c5e-4a0e-8f53-5a3f0f0b7d11';
export const person: PersonActor = { personId: '9f1c0a52-6f0c-5d0e-9b1f-2d6a1f3c8a01', seat: 'office', unitId };

interface Noted extends EventBase {
  readonly type: 'noted';
  readonly words: string;
  /** The key of a letter that the note makes, and one that it ends. */
  readonly makes?: string;
  readonly ends?: string;
}

interface Notes {
  readonly count: number;
  readonly words: readonly string[];
}

const notingBook: Book<Notes, Noted> = {
  kind: 'task',
  initial: { count: 0, words: [] },
  stateVersion: 1,
  evolve: ({ count, words }, event) => ({ count: count + 1, words: [...words, event.words] }),
  nextWake: ({ count }) => (count % 2 === 1 ? instant('2022-09-01T16:00:00.000Z') : null),
  lettersFor: ({ makes, ends }) => ({
    make: makes === undefined ? [] : [letterAbout(makes)],
    withdraw: ends === undefined ? [] : [ends],
  }),
};

function letterAbout(key: string): Letter {
  const receiver = { unitId, seat: 'officer' } as const;
  const when = { dueAt: instant('2022-09-28T01:00:00.000Z'), about: null, mergeClass: 'daily' } as const;
  return { kind: 'obligation-reminder', receiver, key, step: '-7', ...when, facts: { rows: 3 } };
}

const taskChain = /^task\/(.*)$/;

/** Books in which a task's chain only takes notes: one party row a chain says how many. */
export function notingBooks(stateVersion = 1): Books {
  const task = chainBook(
    { ...notingBook, stateVersion },
    () => planId,
    ({ recorded, after }) => {
      const key = { task_id: taskChain.exec(recorded.chain)?.[1] ?? '', unit_id: unitId, role: 'lead' };
      return [put('task_party', { ...key, plan_id: planId, place: after.count, basis: 'named', left_at: null })];
    },
  );
  return { ...books, task };
}

/** A note made at `at`. */
export function note(
  words: string,
  more: Partial<Noted> = {},
  at: Instant = instant('2022-08-22T01:00:00.000Z'),
): Noted {
  return { type: 'noted', at, by: 'system', words, ...more };
}
