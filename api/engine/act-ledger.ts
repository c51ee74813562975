import { answerFrom } from '../../domain/ledger/command-answer.ts';
import { kindOf, readHead } from '../../store/ledger/chain-head.ts';
import { answerOf } from '../../store/ledger/load.ts';
import type { Store } from '../../store/store.ts';
import type { ActLedger } from './act.ts';

/** The ledger as acts ask it. */
export function actLedger(store: Pick<Store, 'pool' | 'books'>): ActLedger {
  return {
    findAnswer: async (chain, commandId) => {
      const found = await answerOf(store, chain, commandId);
      return found === null ? null : answerFrom({ chain, commandId, contentHash: found.contentHash }, found.recorded);
    },
    hasEvents: async (chain) => (await readHead(store.pool, store.books[kindOf(chain)], chain)).seq > 0,
  };
}
