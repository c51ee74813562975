import { createHash } from 'node:crypto';
import { type Sha256, canonicalText } from '../../domain/canonical.ts';
import type { Store } from '../store.ts';
import { type Connection, inTransaction } from '../transaction.ts';
import { type RelativeNames, readRelativeNames } from './relative-names.ts';

/**
 * One hash over a plan's whole year: the canonical events of all its chains, a stepped plan's registry included, in the
 * order (chain, seq), with every id relative to the plan. Two rehearsals of the same notice, scenario and seed give the
 * same digest, in any database: what differs between runs (command ids, what came with one command, hashes, when it was
 * recorded) is left out.
 */
export async function yearDigest({ pool }: Pick<Store, 'pool'>, planId: string): Promise<Sha256> {
  return inTransaction(
    pool,
    async (client) => {
      const names = await readRelativeNames(client, planId);
      const { rows } = await client.query<{ readonly chain: string }>(
        'SELECT chain FROM chain_head WHERE plan_id = $1 AND seq > 0',
        [planId],
      );
      const chains = rows.map(({ chain }) => ({ chain, path: names.chainPath(chain) }));
      const hash = createHash('sha256');
      for (const { chain, path } of chains.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
        for (const line of await chainLines(client, { chain, path }, names)) hash.update(`${line}\n`);
      }
      return hash.digest('hex');
    },
    'snapshot',
  );
}

interface EventText {
  readonly seq: number;
  readonly event: Readonly<Record<string, unknown>>;
}

async function chainLines(
  connection: Connection,
  { chain, path }: { readonly chain: string; readonly path: string },
  names: RelativeNames,
): Promise<readonly string[]> {
  const { rows } = await connection.query<EventText>(
    `SELECT seq, body -> 'event' AS event FROM event WHERE chain = $1 ORDER BY seq`,
    [chain],
  );
  return rows.map(({ seq, event }) => {
    return names.relative(canonicalText({ chain: path, seq, event: withoutRunMarks(event) }));
  });
}

// Made of ids of this run: the hash over the approved breakdown, check codes of what is printed, and the commitment to the act on a
// sheet, which names its tasks. What they cover is in the digest itself.
const runMarks: readonly string[] = ['breakdownHash', 'checkCode'];

function withoutRunMarks(event: Readonly<Record<string, unknown>>): unknown {
  const text = JSON.stringify(event, (key, value: unknown) => (runMarks.includes(key) ? undefined : value));
  const said = JSON.parse(text) as Readonly<Record<string, unknown>>;
  if (said['type'] !== 'sheetDrafted') return said;
  const { content: _, ...drafted } = said;
  return drafted;
}
