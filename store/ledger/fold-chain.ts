import { uuid5 } from '../../domain/ids.ts';
import { dubanNamespace } from '../../domain/duban-namespace.ts';
import type { EventBase, Recorded } from '../../domain/ledger/event.ts';
import type { Letter } from '../../domain/ledger/letter.ts';
import { type RowChange, patch, put } from '../projections/row-change.ts';
import type { ChainBook } from './chain-book.ts';

/** Letters of a chain that end with an event: all of this key that an earlier event made. */
export interface Withdrawal {
  readonly chain: string;
  readonly key: string;
  readonly seq: number;
}

/** What some events of one chain come to. */
export interface Folded {
  readonly state: unknown;
  readonly changes: readonly RowChange[];
  /** For letters that were made before these events; those made by them are withdrawn in `changes` already. */
  readonly withdrawals: readonly Withdrawal[];
}

/** Folds `events` over `state`, with the rows and letters that each of them changes. */
export function foldChain(book: ChainBook, state: unknown, events: readonly Recorded<EventBase>[]): Folded {
  const changes: RowChange[] = [];
  const withdrawals: Withdrawal[] = [];
  const made: { readonly id: string; readonly key: string }[] = [];
  let before = state;
  for (const recorded of events) {
    const { chain, seq, event } = recorded;
    const after = book.evolve(before, event);
    changes.push(...book.project({ before, recorded, after }));
    const { make, withdraw } = book.lettersFor(event, before, after);
    for (const key of withdraw) {
      withdrawals.push({ chain, key, seq });
      const ended = made.filter((letter) => letter.key === key);
      changes.push(...ended.map(({ id }) => patch('letter', { id, withdrawn_at_seq: seq })));
    }
    withdraw.forEach((key) => made.splice(0, made.length, ...made.filter((letter) => letter.key !== key)));
    for (const letter of make) {
      const id = letterId(recorded, letter);
      made.push({ id, key: letter.key });
      changes.push(letterRow(id, recorded, { letter, planId: book.planOf(chain, after) }));
    }
    before = after;
  }
  return { state: before, changes, withdrawals };
}

function letterId({ chain, seq }: Recorded<EventBase>, { kind, receiver, key, step }: Letter): string {
  const to = `${receiver.unitId}/${receiver.seat}/${receiver.personId ?? ''}`;
  return uuid5(dubanNamespace, `${chain}/${seq}/${kind}/${to}/${key}/${step}`);
}

function letterRow(
  id: string,
  { chain, seq }: Recorded<EventBase>,
  { letter, planId }: { readonly letter: Letter; readonly planId: string | null },
): RowChange {
  const { kind, receiver, key, step, dueAt, mergeClass, about, facts } = letter;
  return put('letter', {
    id,
    chain,
    seq,
    plan_id: planId,
    kind,
    unit_id: receiver.unitId,
    seat: receiver.seat,
    person_id: receiver.personId ?? null,
    key,
    step,
    due_at: dueAt,
    merge_class: mergeClass,
    about,
    facts,
    withdrawn_at_seq: null,
  });
}
