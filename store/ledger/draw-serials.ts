import type { EventBase } from '../../domain/ledger/event.ts';
import type { Serial } from '../../domain/order/serial.ts';
import type { Connection } from '../transaction.ts';

/**
 * The events with the numbers that they ask for, drawn one by one under the lock of their series: what is undone leaves no gap, and
 * whoever draws next waits until it is known which number was taken.
 */
export async function drawSerials(connection: Connection, events: readonly EventBase[]): Promise<readonly EventBase[]> {
  if (!events.some(wantsNumber)) return events;
  const drawn: EventBase[] = [];
  for (const event of events) {
    if (!wantsNumber(event)) drawn.push(event);
    else {
      const numbered = { ...event, serial: { ...event.serial, n: await nextNumber(connection, event.serial.series) } };
      drawn.push(numbered);
    }
  }
  return drawn;
}

type Numbered = EventBase & { readonly serial: Serial };

function wantsNumber(event: EventBase): event is Numbered {
  return 'serial' in event && (event as Numbered).serial.n === 0;
}

async function nextNumber(connection: Connection, series: string): Promise<number> {
  const { rows } = await connection.query<{ readonly last: number }>({
    name: 'draw number',
    text: `INSERT INTO number_series (series, last) VALUES ($1, 1)
           ON CONFLICT (series) DO UPDATE SET last = number_series.last + 1 RETURNING last`,
    values: [series],
  });
  const [row] = rows;
  if (row === undefined) throw new Error(`no number was drawn from ${series}`);
  return row.last;
}
