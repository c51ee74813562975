import { type Instant, dayOf } from '../../domain/instant.ts';
import type { Source } from '../transaction.ts';
import { type RehearsalCast, readCast } from './rehearsal-cast.ts';

/** Who plays at an instant: read anew where a seat, a deputy or a unit began, ended or was changed since it was read last. */
export function castReader(store: Source, planId: string): (instant: Instant) => Promise<RehearsalCast> {
  let [known, cast]: [string, RehearsalCast | null] = ['', null];
  return async (instant) => {
    const mark = await castMark(store, planId, instant);
    if (cast === null || mark !== known) [known, cast] = [mark, await readCast(store, planId)];
    return cast;
  };
}

async function castMark({ pool }: Source, planId: string, instant: Instant): Promise<string> {
  const { rows } = await pool.query<{ readonly mark: string }>({
    name: 'mark of cast',
    text: `SELECT concat_ws('/',
        (SELECT seq FROM chain_head WHERE chain = $1),
        (SELECT count(*) FROM seat_holding WHERE registry = $1 AND valid_from <= $2),
        (SELECT count(*) FROM seat_holding WHERE registry = $1 AND valid_to < $2),
        (SELECT count(*) FROM deputy WHERE registry = $1 AND valid_from <= $2),
        (SELECT count(*) FROM deputy WHERE registry = $1 AND valid_to < $2),
        (SELECT count(*) FROM unit_version WHERE registry = $1 AND valid_from <= $2)) AS mark`,
    values: [`registry/${planId}`, dayOf(instant)],
  });
  return rows[0]?.mark ?? '';
}
