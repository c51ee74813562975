import type { Seat } from '../../domain/actor.ts';
import type { Receiver } from '../../domain/ledger/letter.ts';
import type { SeatHolder } from '../../domain/letters/receivers.ts';
import { type PlainDate, addDays } from '../../domain/plain-date.ts';
import type { Connection } from '../transaction.ts';
import type { PlanMoment } from './plan-moment.ts';

// After so many days a mailbox that failed is tried again: it may have been mended without anybody saying so.
const failureCountsDays = 7;

interface HolderRow {
  readonly person_id: string;
  readonly unit_id: string;
  readonly seat: Seat;
  readonly rank: 'A' | 'B' | null;
  readonly deputy_for: string | null;
  readonly particulars: string | null;
  readonly failed_address: string | null;
  readonly failed_on: PlainDate | null;
}

/** Who holds the seats of these receivers on the plan's day, with their addresses and whether mail to them fails. */
export async function seatHolders(
  connection: Connection,
  { registry, planId, clock, day }: PlanMoment,
  receivers: readonly Receiver[],
): Promise<readonly SeatHolder[]> {
  const { rows } = await connection.query<HolderRow>({
    name: 'holders of seats',
    text: `WITH holding AS (
             SELECT registry, person_id, unit_id, seat, rank, NULL::uuid AS deputy_for FROM seat_holding
             WHERE registry = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
             UNION ALL
             SELECT registry, deputy_id, unit_id, seat, held.rank, person_id FROM deputy
             JOIN seat_holding held USING (registry, person_id, unit_id, seat)
             WHERE registry = $1 AND deputy.valid_from <= $2 AND deputy.valid_to >= $2
               AND held.valid_from <= $2 AND (held.valid_to IS NULL OR held.valid_to >= $2)
           )
           SELECT holding.person_id, holding.unit_id, holding.seat, holding.rank, holding.deputy_for, content.text AS particulars,
                  failure.recipient AS failed_address, failure.plan_day AS failed_on
           FROM holding
           LEFT JOIN LATERAL (
             SELECT content_id FROM person_version version
             WHERE version.registry = holding.registry AND version.person_id = holding.person_id
               AND version.valid_from <= $2
             ORDER BY valid_from DESC, seq DESC LIMIT 1
           ) version ON true
           LEFT JOIN content ON content.id = version.content_id
           LEFT JOIN LATERAL (${latestOutcome}) failure
             ON failure.state = 'failed' AND failure.failure_class = 'mailbox' AND failure.plan_day > $5
           WHERE holding.unit_id = ANY ($3::uuid[]) OR holding.person_id = ANY ($4::uuid[])
             OR holding.deputy_for = ANY ($4::uuid[])
           ORDER BY holding.unit_id, holding.seat, holding.rank NULLS LAST, holding.deputy_for NULLS LAST, holding.person_id`,
    values: [
      registry,
      day,
      [...new Set(receivers.map(({ unitId }) => unitId))],
      [...new Set(receivers.flatMap(({ personId }) => personId ?? []))],
      addDays(day, -failureCountsDays),
      clock,
      planId,
    ],
  });
  return rows.map(holderOf);
}

// What a rehearsal's mailboxes did says nothing about the real ones, and the other way round.
const latestOutcome = `
  SELECT mail.state, mail.failure_class, mail.recipient, mail.plan_day FROM mail JOIN plan USING (plan_id)
  WHERE mail.person_id = holding.person_id AND mail.state IN ('accepted', 'failed')
    AND CASE WHEN $6::text = 'real' THEN plan.clock = 'real' ELSE mail.plan_id = $7::uuid END
  ORDER BY mail.plan_day DESC, mail.sequence DESC LIMIT 1`;

function holderOf(row: HolderRow): SeatHolder {
  const { name, address } = particularsOf(row.particulars);
  return {
    personId: row.person_id,
    unitId: row.unit_id,
    seat: row.seat,
    rank: row.rank,
    ...(row.deputy_for === null ? {} : { deputyFor: row.deputy_for }),
    name,
    address,
    failedOn: row.failed_address === address ? row.failed_on : null,
  };
}

// One address and nothing beside it: what is stored here goes into the dialogue with the mail server.
const addressShape = /^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()[\]\\,;:"@\p{Cc}]+$/u;

/** Name and address out of a person's particulars; erased ones have neither. */
function particularsOf(text: string | null): Pick<SeatHolder, 'name' | 'address'> {
  if (text === null) return { name: '', address: null };
  const stored = JSON.parse(text) as { readonly name?: unknown; readonly email?: unknown };
  const address = typeof stored.email === 'string' && addressShape.test(stored.email) ? stored.email : null;
  return { name: typeof stored.name === 'string' ? stored.name : '', address };
}
