import type { Sha256 } from '../../domain/canonical.ts';
import { personIdOf } from '../../domain/duban-namespace.ts';
import { assertNever } from '../../domain/errors.ts';
import { type Instant, dayOf, later } from '../../domain/instant.ts';
import { changeContacts } from '../../domain/registry/contact-change.ts';
import { authoriseDeputy, endDeputy } from '../../domain/registry/deputy.ts';
import type { RegistryState } from '../../domain/registry/registry-book.ts';
import type { RegistryCommand } from '../../domain/registry/registry-command.ts';
import type { RegistryEvent } from '../../domain/registry/registry-event.ts';
import type { Authorisation, Holding, RegistryFacts } from '../../domain/registry/registry-facts.ts';
import { type Acted, actOnChain } from '../ledger/act-on-chain.ts';
import type { Store } from '../store.ts';
import { type Connection, inTransaction } from '../transaction.ts';
import { registryChainOf } from './registry-chain.ts';

/** What a person asks of the registry by which a plan goes: its own copy where the plan is stepped. */
export interface RegistryRequest {
  readonly planId: string;
  readonly command: RegistryCommand;
  readonly at: Instant;
  readonly commandId: string;
  readonly contentHash: Sha256;
  readonly recordedAt: Instant;
  readonly transport: string;
}

/** Decides and records an act on the registry in one transaction, under the lock of its chain. */
export async function actOnRegistry(store: Store, request: RegistryRequest): Promise<Acted> {
  return inTransaction(store.pool, async (client) => {
    const chain = await registryChainOf(client, request.planId);
    return actOnChain(client, store, { ...request, chain }, async (head) => {
      const { lastAt } = head.state as RegistryState;
      const { command } = request;
      const facts = await factsOf(client, chain, { command, today: dayOf(request.at) });
      return decide(command, facts, later(request.at, lastAt ?? request.at));
    });
  });
}

function decide(command: RegistryCommand, facts: RegistryFacts, at: Instant): readonly RegistryEvent[] {
  switch (command.type) {
    case 'authoriseDeputy':
      return authoriseDeputy(command, facts, at);
    case 'endDeputy':
      return endDeputy(command, facts, at);
    case 'changeContacts':
      return changeContacts(command, facts, at);
    default:
      return assertNever(command);
  }
}

async function factsOf(
  connection: Connection,
  registry: string,
  { command, today }: { readonly command: RegistryCommand; readonly today: RegistryFacts['today'] },
): Promise<RegistryFacts> {
  const { rows: holdings } = await connection.query<Holding>(
    `SELECT person_id AS "personId", seat, rank, valid_from AS "validFrom", valid_to AS "validTo"
     FROM seat_holding WHERE registry = $1 AND unit_id = $2 ORDER BY valid_from, person_id`,
    [registry, command.unitId],
  );
  const { rows: deputies } = await connection.query<Authorisation>(
    `SELECT person_id AS "personId", seat, deputy_id AS "deputyId", valid_from AS "validFrom", valid_to AS "validTo"
     FROM deputy WHERE registry = $1 AND unit_id = $2 ORDER BY valid_from, deputy_id`,
    [registry, command.unitId],
  );
  const named = namedKeys(command).map(personIdOf);
  const { rows: known } = await connection.query<{ readonly id: string }>(
    'SELECT DISTINCT person_id AS id FROM person_version WHERE registry = $1 AND person_id = ANY ($2)',
    [registry, named],
  );
  return { today, holdings, deputies, knownPersonIds: known.map(({ id }) => id) };
}

function namedKeys(command: RegistryCommand): readonly string[] {
  if (command.type === 'changeContacts') return command.takes.map(({ personKey }) => personKey);
  return [command.personKey, command.deputyKey];
}
