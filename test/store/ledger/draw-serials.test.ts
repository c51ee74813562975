import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyChain } from '../../../domain/ledger/event.ts';
import type { OrderEvent, OrderSent, SlipDrafted } from '../../../domain/order/order-event.ts';
import { serialToDraw } from '../../../domain/order/serial.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { type AppendRequest, type Appended, append } from '../../../store/ledger/append.ts';
import { type OpenStore, openStore } from '../../../store/store.ts';
import { on, slip } from '../../domain/order/order-play.ts';
import { freshDatabase } from '../../support/database.ts';

const words = { slip: '办催', order: '办督', letter: '办函' };
let store: OpenStore;

beforeAll(async () => {
  store = openStore({ url: (await freshDatabase()).appUrl, size: 12, name: 'numbers' });
});
afterAll(() => store.close());

interface Wish {
  readonly year: number;
  readonly clock?: 'real' | 'stepped';
  readonly planId?: string;
  readonly text?: string;
}

/** A slip that is drafted and goes out at once, in a chain of its own. */
function sending({ year, clock = 'real', planId = slip.planId, text = '要点' }: Wish): AppendRequest {
  const orderId = randomUUID();
  const at = on('2022-10-19', 10);
  const taskId = randomUUID();
  const rows = slip.rows.map((row) => ({ ...row, taskId }));
  const units = { unitId: randomUUID(), officeUnitId: randomUUID(), leadershipUnitId: randomUUID() };
  const start = { ...slip, ...units, supervisionUnitId: null, rows: rows.slice(0, 1), orderId, planId, clock };
  const drafted: SlipDrafted = {
    type: 'slipDrafted',
    at,
    by: 'system',
    start: { ...start, planYear: year },
    mailDay: plainDate('2022-10-19'),
  };
  const due = { date: plainDate('2022-10-24'), from: plainDate('2022-10-19'), workingDays: 3 };
  const sent: OrderSent = {
    type: 'orderSent',
    at,
    by: 'system',
    serial: serialToDraw(drafted.start, 'slip', words),
    answerDue: { ...due, provisional: false, calendarVersions: {} },
    demand: { contentId: randomUUID(), commitment: text },
  };
  const identity = { chain: `order/${orderId}`, commandId: 'send', contentHash: 'c'.repeat(64) };
  return { ...identity, expected: emptyChain, events: [drafted, sent], recordedAt: at, transport: 'test' };
}

function numberIn(appended: Appended): number {
  if (appended.outcome !== 'appended' && appended.outcome !== 'repeated') throw new Error(appended.outcome);
  const events = appended.recorded.map(({ event }) => event as OrderEvent);
  return events.find((event) => event.type === 'orderSent')?.serial.n ?? 0;
}

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

describe('numbers of papers', () => {
  it('run without gaps when many papers go out at once', async () => {
    const wishes = Array.from({ length: 30 }, () => sending({ year: 2022 }));
    const appended = await Promise.all(wishes.map((wish) => append(store, wish)));
    expect(sorted(appended.map(numberIn))).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it('are drawn once by an act that comes twice, also at once', async () => {
    const wish = sending({ year: 2023 });
    const twice = await Promise.all([append(store, wish), append(store, wish)]);
    expect(twice.map(numberIn)).toEqual([1, 1]);
    expect(numberIn(await append(store, sending({ year: 2023 })))).toBe(2);
  });

  it('are not used up by what is refused', async () => {
    const wish = sending({ year: 2024 });
    // The ledger cannot hold it, which shows only after the number was drawn.
    await expect(append(store, sending({ year: 2024, text: 'nul \u0000' }))).rejects.toMatchObject({
      code: 'unstorable-text',
    });
    const moved = { ...wish, commandId: 'other', expected: emptyChain };
    await append(store, wish);
    expect(await append(store, moved)).toMatchObject({ outcome: 'moved' });
    expect(numberIn(await append(store, sending({ year: 2024 })))).toBe(2);
  });

  it('of a rehearsal count for it alone', async () => {
    await append(store, sending({ year: 2025 }));
    const [first, other] = [randomUUID(), randomUUID()];
    const drawn = [first, first, other].map((planId) => sending({ year: 2025, clock: 'stepped', planId }));
    const numbers: number[] = [];
    for (const wish of drawn) numbers.push(numberIn(await append(store, wish)));
    expect(numbers).toEqual([1, 2, 1]);
    expect(numberIn(await append(store, sending({ year: 2025 })))).toBe(2);
  });
});
