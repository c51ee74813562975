import type { Sha256 } from '../../domain/canonical.ts';
import { RuleViolation } from '../../domain/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import { decideSheet } from '../../domain/sheet/decide.ts';
import type { SheetCommand } from '../../domain/sheet/sheet-command.ts';
import type { SheetState } from '../../domain/sheet/sheet-state.ts';
import { type Acted, actOnChain } from '../ledger/act-on-chain.ts';
import { decisionContext } from '../registry/decision-data.ts';
import type { Store } from '../store.ts';
import { inTransaction } from '../transaction.ts';

/** An act on one sheet of a plan. */
export interface SheetRequest {
  readonly planId: string;
  readonly sheetId: string;
  readonly command: SheetCommand;
  readonly at: Instant;
  readonly commandId: string;
  readonly contentHash: Sha256;
  readonly recordedAt: Instant;
  readonly transport: string;
}

/** Decides and records an act on a sheet 审签单 in one transaction, under the lock of its chain. */
export async function actOnSheet(store: Store, request: SheetRequest): Promise<Acted> {
  const { planId, sheetId, command, at } = request;
  return inTransaction(store.pool, (client) =>
    actOnChain(client, store, { ...request, chain: `sheet/${sheetId}` }, async (head) => {
      const state = head.state as SheetState;
      if (state.phase === 'none' && command.type !== 'draftSheet') {
        throw new RuleViolation('unknown-sheet', '没有这份审签单，请核对编号');
      }
      return decideSheet(state, command, { at, context: await decisionContext({ pool: client }, planId) });
    }),
  );
}
