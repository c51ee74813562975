import { type WorkingCalendar, isWorkingDay } from '../../domain/calendar/working-calendar.ts';
import { atHour, mailHour } from '../../domain/instant.ts';
import type { Connection } from '../transaction.ts';
import type { PlanMoment } from './plan-moment.ts';

/** Whether the day's merged mails may be made now; `later`: not before the next working day's 09:00, or today's. */
export type MergeTime = { readonly kind: 'now' | 'later' } | { readonly kind: 'waits-for'; readonly chain: string };

/**
 * Merged mails go out on working days from 09:00. They wait for the plan's workflows that have yet to take a wake of before
 * 09:00, since what these record may add a letter or withdraw one: at most until 09:20 on a real plan, and as long as it
 * takes on a stepped one. A parked chain waits for an operator, and nobody's mail waits for it.
 */
export async function mergeTime(
  connection: Connection,
  { planId, clock, instant, day }: PlanMoment,
  calendar: WorkingCalendar,
): Promise<MergeTime> {
  const opens = mailHour(day);
  if (!isWorkingDay(calendar, day) || instant < opens) return { kind: 'later' };
  if (clock === 'real' && instant >= atHour(day, 9, 20)) return { kind: 'now' };
  const { rows } = await connection.query<{ chain: string }>({
    name: 'wakes before the merge',
    text: `SELECT chain FROM chain_head
           WHERE plan_id = $1 AND next_wake <= $2 AND next_wake IS NOT NULL AND parked_reason IS NULL
           ORDER BY next_wake, chain LIMIT 1`,
    values: [planId, clock === 'real' ? opens : instant],
  });
  const [late] = rows;
  return late === undefined ? { kind: 'now' } : { kind: 'waits-for', chain: late.chain };
}
