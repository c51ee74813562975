import { randomUUID } from 'node:crypto';
import { canonicalText } from '../../domain/canonical.ts';
import { personIdOf } from '../../domain/duban-namespace.ts';
import { putContents } from '../content.ts';
import type { Connection } from '../transaction.ts';
import type { Unsigned } from './append-to-registry.ts';
import { realRegistry } from './registry-chain.ts';
import type { Particulars, PersonEntry } from './registry-entries.ts';

type PersonEvent = Extract<Unsigned, { type: 'personRegistered' }>;

/** Persons who are new or of whom something else is known now; their particulars are kept as content beside the chain. */
export async function newPersons(
  connection: Connection,
  entries: readonly PersonEntry[],
): Promise<readonly PersonEvent[]> {
  const known = await latestPersons(connection);
  const changed = entries.filter((entry) => {
    const latest = known.get(personIdOf(entry.key));
    if (latest === undefined || latest.valid_from !== entry.validFrom) return true;
    // Loading the same entries again must not bring back what was erased.
    return latest.text !== null && latest.text !== particularsText(entry);
  });
  const refs = await putContents(
    connection,
    changed.map((entry) => ({ contentId: randomUUID(), planId: null, path: null, text: particularsText(entry) })),
  );
  return changed.flatMap(({ key, validFrom }, index) => {
    const particulars = refs[index];
    return particulars === undefined
      ? []
      : [{ type: 'personRegistered', personId: personIdOf(key), key, particulars, validFrom }];
  });
}

/** A person's particulars as the text that is committed to. */
export function particularsText({ name, email, phone, mobile }: Particulars): string {
  return canonicalText({ name, email, phone, mobile });
}

interface LatestPerson {
  readonly person_id: string;
  readonly text: string | null;
  readonly valid_from: string;
}

async function latestPersons(connection: Connection): Promise<ReadonlyMap<string, LatestPerson>> {
  const { rows } = await connection.query<LatestPerson>(
    `SELECT DISTINCT ON (person_id) person_id, text, valid_from
     FROM person_version JOIN content ON content.id = content_id
     WHERE registry = $1 ORDER BY person_id, seq DESC`,
    [realRegistry],
  );
  return new Map(rows.map((row) => [row.person_id, row]));
}
