import type { Sha256 } from '../../domain/canonical.ts';
import { RuleViolation, assertNever } from '../../domain/errors.ts';
import { type Instant, dayOf } from '../../domain/instant.ts';
import type { DecisionContext } from '../../domain/ledger/book.ts';
import { decideReturn } from '../../domain/return/decide.ts';
import type { ReturnCommand } from '../../domain/return/return-command.ts';
import type { ReturnEvent } from '../../domain/return/return-event.ts';
import { type OwedObligation, type ReturnIdentity, returnIdentity } from '../../domain/return/return-of.ts';
import type { ReturnState } from '../../domain/return/return-state.ts';
import { type Acted, actOnChain } from '../ledger/act-on-chain.ts';
import { contentRefsIn } from '../ledger/content-refs.ts';
import { decisionContext } from '../registry/decision-data.ts';
import { unitRegister } from '../registry/units.ts';
import type { Store } from '../store.ts';
import { type Connection, inTransaction } from '../transaction.ts';
import { ownUnitOf } from './own-unit.ts';
import { readOpenRows } from './open-rows.ts';

/** What a return is asked, without what the store finds out under its lock. */
export type ReturnAsk = ReturnCommand extends infer C
  ? C extends ReturnCommand
    ? Omit<C, 'openRows' | 'ownUnit' | 'isOfUnit'>
    : never
  : never;

/** An act on the return of one unit, for one period and kind, of one plan. */
export interface ReturnRequest {
  readonly planId: string;
  readonly owed: OwedObligation;
  readonly command: ReturnAsk;
  readonly at: Instant;
  readonly commandId: string;
  readonly contentHash: Sha256;
  readonly recordedAt: Instant;
  readonly transport: string;
}

/**
 * Decides and records an act on a return in one transaction, under the lock of its chain: the open rows, the lengths of
 * its texts and whose own unit it is are read there, and a submission or review leaves its delivery behind.
 */
export async function actOnReturn(store: Store, request: ReturnRequest): Promise<Acted> {
  const { planId, owed, at } = request;
  return inTransaction(store.pool, async (client) => {
    const identity = await identityOf(client, planId, { owed, at });
    const chain = `return/${identity.returnId}`;
    return actOnChain(client, store, { ...request, chain }, async ({ state }) => {
      const context = await decisionContext({ pool: client }, planId);
      return decide(client, store, { request, identity, context, state: state as ReturnState });
    });
  });
}

/** The return of this unit, period and kind: the same id whether or not anybody has begun it. */
export async function identityOf(
  connection: Connection,
  planId: string,
  { owed, at }: { readonly owed: OwedObligation; readonly at: Instant },
): Promise<ReturnIdentity> {
  const units = await unitRegister({ pool: connection }, { planId, day: dayOf(at) });
  const unit = units.find(({ unitId }) => unitId === owed.unitId);
  if (unit === undefined) throw new RuleViolation('unknown-unit', '没有这个单位，请核对单位名称。');
  return returnIdentity({ planId, unitKey: unit.key }, owed);
}

interface Deciding {
  readonly request: ReturnRequest;
  readonly identity: ReturnIdentity;
  readonly context: DecisionContext;
  readonly state: ReturnState;
}

async function decide(
  connection: Connection,
  store: Store,
  { request, identity, context, state }: Deciding,
): Promise<readonly ReturnEvent[]> {
  const command = await completed(connection, store, { request, context });
  const characters = await charactersOf(connection, command);
  return decideReturn(state, { command, at: request.at, identity, characters }, context);
}

async function completed(
  connection: Connection,
  store: Store,
  { request, context }: Pick<Deciding, 'request' | 'context'>,
): Promise<ReturnCommand> {
  const { command, planId, owed, at } = request;
  switch (command.type) {
    case 'saveRows':
    case 'handOverRows':
      return { ...command, openRows: await readOpenRows(connection, store, { planId, owed, rules: context.rules }) };
    case 'reviewReturn': {
      const view = { planId, day: dayOf(at) };
      return { ...command, ...(await ownUnitOf({ pool: connection }, view, { by: command.by, unitId: owed.unitId })) };
    }
    case 'askHeadApproval':
    case 'refuseHeadApproval':
    case 'submitReturn':
    case 'reopenRows':
    case 'noteDelivery':
      return command;
    default:
      return assertNever(command);
  }
}

// Counted as people count them: a character outside the basic plane is one.
async function charactersOf(connection: Connection, command: ReturnCommand): Promise<Readonly<Record<string, number>>> {
  const ids = contentRefsIn(command).map(({ contentId }) => contentId);
  if (ids.length === 0) return {};
  const { rows } = await connection.query<{ readonly id: string; readonly length: number }>(
    'SELECT id, char_length(text) AS length FROM content WHERE id = ANY ($1) AND text IS NOT NULL',
    [ids],
  );
  if (rows.length < new Set(ids).size)
    throw new RuleViolation('unknown-content', '所填正文尚未保存，请刷新后重新提交。');
  return Object.fromEntries(rows.map(({ id, length }) => [id, length]));
}
