import { type ProjectionTable, foldedColumns, keyColumns } from '../projections/projection-tables.ts';
import type { Connection } from '../transaction.ts';

/** Puts the rows of the temporary table in place of the standing ones; columns that are no fold keep what they say. */
export async function replaceTable(connection: Connection, table: ProjectionTable): Promise<void> {
  const [columns, keys] = [foldedColumns(table).map(quoted), keyColumns(table).map(quoted)];
  const others = columns.filter((column) => !keys.includes(column));
  const same = keys.map((key) => `standing.${key} = folded.${key}`).join(' AND ');
  await connection.query(
    `DELETE FROM public."${table}" AS standing WHERE NOT EXISTS (SELECT FROM pg_temp."${table}" AS folded WHERE ${same})`,
  );
  await connection.query(
    `INSERT INTO public."${table}" AS standing (${columns.join()}) SELECT ${columns.join()} FROM pg_temp."${table}" AS folded
     ON CONFLICT (${keys.join()}) DO UPDATE SET ${others.map((each) => `${each} = excluded.${each}`).join()}
     WHERE (${others.map((each) => `standing.${each}`).join()}) IS DISTINCT FROM (${others.map((each) => `excluded.${each}`).join()})`,
  );
  // A letter that had vanished and came back may be in a mail already.
  if (table === 'letter') {
    await connection.query(
      `UPDATE public.letter SET taken = true
       WHERE NOT taken AND EXISTS (SELECT FROM mail_letter WHERE mail_letter.letter_id = letter.id)`,
    );
  }
}

function quoted(name: string): string {
  return `"${name}"`;
}
