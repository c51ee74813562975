import type { Source } from '../transaction.ts';

/** A list as a statement without an order; what narrows and orders it names the statement's own columns. */
export interface ListStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Columns of text in which words are looked for. */
  readonly searched: readonly string[];
  /** The order of rows that are alike in what they are sorted by, as SQL. */
  readonly last: string;
}

/** Words that a row must say, and the units whose names say them; only lists with a column `unitId` are searched so. */
export interface ListSearch {
  readonly words: string;
  readonly unitIds: readonly string[];
}

/** Which part of a list is asked. */
export interface ListPart {
  readonly search: ListSearch | null;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A part of a list, narrowed to rows whose columns have these values; null and undefined ask nothing. */
export interface ListQuestion extends ListPart {
  readonly equals: Readonly<Record<string, string | boolean | null | undefined>>;
  /** Column to sort by. */
  readonly by: string;
}

/** A page of a list, and how many rows there are in all. */
export async function listPage<Row extends object>(
  { pool }: Source,
  { text, values, searched, last }: ListStatement,
  { equals, search, by, descending, offset, limit }: ListQuestion,
): Promise<{ readonly total: number; readonly rows: readonly Row[] }> {
  const all: unknown[] = [...values];
  const given = (value: unknown): string => `$${all.push(value)}`;
  const conditions = Object.entries(equals).flatMap(([column, value]) =>
    value === null || value === undefined ? [] : [`"${column}" = ${given(value)}`],
  );
  if (search !== null) {
    const words = given(search.words);
    const said = searched.map((column) => `position(lower(${words}::text) IN lower("${column}")) > 0`);
    conditions.push(`(${[...said, `"unitId" = ANY (${given(search.unitIds)}::uuid[])`].join(' OR ')})`);
  }
  const within = `FROM (${text}) AS line${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`;
  const counted = await pool.query<{ readonly total: number }>(`SELECT count(*) AS total ${within}`, all);
  const total = counted.rows[0]?.total ?? 0;
  if (total <= offset) return { total, rows: [] };
  const { rows } = await pool.query<Row>(
    `SELECT * ${within} ORDER BY "${by}" ${descending ? 'DESC' : 'ASC'} NULLS LAST, ${last}
     LIMIT ${given(limit)} OFFSET ${given(offset)}`,
    all,
  );
  return { total, rows };
}
