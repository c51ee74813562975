import type { Connection } from '../transaction.ts';

/** How ids of one run are written so that they are the same in every run. */
export interface RelativeNames {
  /** The chain's name with its id replaced by the path from which that id was made. */
  readonly chainPath: (chain: string) => string;
  /** The text with every id in it replaced: known ones by their path, others by the order in which they first appear. */
  readonly relative: (text: string) => string;
}

interface NamedId {
  readonly id: string;
  readonly path: string;
}

const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

// Every id that a plan's chains may hold, with what it is called relative to the plan.
const namedIds = `
  SELECT $1::uuid AS id, '<plan>' AS path
  UNION ALL SELECT task_id, 'task ' || number FROM task_draft WHERE plan_id = $1
  UNION ALL SELECT (body -> 'event' ->> 'taskId')::uuid, 'task ' || (body -> 'event' ->> 'number') FROM event
    WHERE chain = 'plan/' || $1 AND body -> 'event' ->> 'type' IN ('taskMerged', 'taskDropped')
  UNION ALL SELECT return_id, 'return ' || coalesce(unit.key, return.unit_id::text) || ' ' || period || ' ' || kind
    FROM return LEFT JOIN unit USING (unit_id) WHERE plan_id = $1
  UNION ALL SELECT amendment_id, 'amendment ' || seq FROM notice_amendment WHERE plan_id = $1
  UNION ALL SELECT sheet_id, 'sheet ' || key FROM sheet WHERE plan_id = $1
  UNION ALL SELECT objection_id, 'objection ' || path FROM objection WHERE plan_id = $1
  UNION ALL SELECT change_id, 'change ' || content.path FROM change_request JOIN content ON content.id = reason_id
    WHERE change_request.plan_id = $1 AND content.path IS NOT NULL
  UNION ALL SELECT order_id, 'order ' || path FROM order_origin WHERE plan_id = $1
  UNION ALL SELECT unit_id, 'unit ' || key FROM unit
  UNION ALL SELECT person_id, 'person ' || key FROM person
  UNION ALL SELECT id, 'content ' || path FROM content WHERE plan_id = $1 AND path IS NOT NULL
  UNION ALL SELECT id, 'letter ' || concat_ws(' ', chain, seq, kind, unit_id, seat, person_id, key, step) FROM letter WHERE plan_id = $1`;

const registryNames = `
  WITH unit AS (SELECT DISTINCT unit_id, key FROM unit_version WHERE registry = $2),
       person AS (SELECT DISTINCT person_id, key FROM person_version WHERE registry = $2)`;

/** Reads what the ids of a plan are called; a stepped plan has units and persons of its own, a real one the registry's. */
export async function readRelativeNames(connection: Connection, planId: string): Promise<RelativeNames> {
  const { rows: stepped } = await connection.query('SELECT FROM plan_clock WHERE plan_id = $1', [planId]);
  const registry = stepped.length === 0 ? 'registry' : `registry/${planId}`;
  const { rows } = await connection.query<NamedId>(`${registryNames} ${namedIds}`, [planId, registry]);
  const paths = new Map(rows.map(({ id, path }) => [id, path]));
  const replaced = (text: string, unknown: (id: string) => string): string =>
    text.replaceAll(anyId, (id) => {
      const path = paths.get(id);
      // A letter's path holds ids itself.
      return path === undefined ? unknown(id) : `<${replaced(path, unknown)}>`;
    });
  const seen = new Map<string, string>();
  const byOrder = (id: string): string => {
    const name = seen.get(id) ?? `<id ${seen.size + 1}>`;
    seen.set(id, name);
    return name;
  };
  return { chainPath: (chain) => replaced(chain, (id) => id), relative: (text) => replaced(text, byOrder) };
}
