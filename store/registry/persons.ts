import type { Source } from '../transaction.ts';
import { registryChainOf } from './registry-chain.ts';
import type { Particulars } from './registry-entries.ts';
import type { RegistryView } from './units.ts';

/** A person as known on a day; `particulars` is null once they were erased. */
export interface RegisteredPerson {
  readonly personId: string;
  readonly key: string;
  readonly particulars: Particulars | null;
}

/** What is known on the day of these persons, by their ids; somebody not registered by then is missing. */
export async function personsOn(
  { pool }: Source,
  { planId, day }: RegistryView,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, RegisteredPerson>> {
  const { rows } = await pool.query<{ readonly person_id: string; readonly key: string; readonly text: string | null }>(
    `SELECT DISTINCT ON (person_id) person_id, key, text
     FROM person_version LEFT JOIN content ON content.id = content_id
     WHERE registry = $1 AND valid_from <= $2 AND person_id = ANY ($3)
     ORDER BY person_id, valid_from DESC, seq DESC`,
    [await registryChainOf(pool, planId), day, personIds],
  );
  return new Map(
    rows.map(({ person_id: personId, key, text }) => [personId, { personId, key, particulars: parse(text) }]),
  );
}

function parse(text: string | null): Particulars | null {
  return text === null ? null : (JSON.parse(text) as Particulars);
}
