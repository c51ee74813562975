import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { actLedger } from '../../api/engine/act-ledger.ts';
import { createEngineView } from '../../api/engine/engine-view.ts';
import { quickReconnect } from '../../api/engine/quick-reconnect.ts';
import { createEngine } from '../../api/engine/engine.ts';
import { dataConverter } from '../../worker/data-converter.ts';
import { apiOn, bodyOf, signedInAs } from '../api/api-bed.ts';
import { actor, officer, on } from '../store/plan/rehearsed-plan.ts';
import { type Gate, gateBefore } from '../support/gate.ts';
import { temporalServer } from '../support/temporal.ts';
import type { RunningWorker } from '../support/worker.ts';
import { type EnginePlan, type PlanEngine, issueOnEngine, planEngine, rehearseOnEngine } from './plan-engine.ts';

const other = actor('fagaiwei-officer-a', 'officer', 'fagaiwei');

describe('the API while the engine is away', () => {
  let duban: PlanEngine;
  let worker: RunningWorker;
  let plan: EnginePlan;
  let gate: Gate;
  let connection: Connection;
  let bed: ReturnType<typeof apiOn>;

  beforeAll(async () => {
    duban = await planEngine();
    worker = await duban.startWorker(duban.activities);
    plan = await rehearseOnEngine(duban);
    await issueOnEngine(duban, plan);
    gate = await gateBefore((await temporalServer()).address);
    connection = Connection.lazy({ address: gate.address, channelArgs: quickReconnect });
    const { namespace, taskQueue, store } = duban;
    const client = new Client({ connection, namespace, dataConverter: dataConverter() });
    const engine = createEngine({ client, taskQueue, ledger: actLedger(store), waitMs: 1_500 });
    bed = apiOn(store, { engine, engineView: createEngineView(client) });
  });
  afterAll(async () => {
    bed.close();
    await connection.close();
    await gate.close();
    await duban.close();
  });

  const receipt = async (by: typeof officer) => {
    const ask = await signedInAs(bed, by);
    const { seat, unitId } = by;
    const act = { type: 'receiptNotice', unitId, contacts: '责任领导：某某；责任处室：数字化处。' };
    const body = JSON.stringify({ actId: randomUUID(), seat: { seat, unitId }, act });
    return () => ask(`/api/plans/${plan.planId}/acts`, { method: 'POST', body });
  };
  const untilRecorded = (send: () => Promise<Response>) =>
    vi.waitFor(async () => bodyOf(await send()), { timeout: 60_000, interval: 200 });
  const receipts = async (unitId: string) => {
    const { rows } = await duban.store.pool.query<{ at: string; late: boolean }>(
      `SELECT body -> 'event' ->> 'at' AS at, (body -> 'event' ->> 'late')::boolean AS late FROM event
       WHERE chain = $1 AND body -> 'event' ->> 'type' = 'noticeReceipted' AND body -> 'event' ->> 'unitId' = $2`,
      [`plan/${plan.planId}`, unitId],
    );
    return rows;
  };
  const readiness = async () => (await bed.ask('/api/ready')).json();

  it('answers 503 with a time to try again, reads on, and records the act once, as of the day it first came in', async () => {
    const send = await receipt(officer);
    await plan.advance(on('2022-08-24'));
    expect(await readiness()).toEqual({ database: true, engine: true });
    gate.shut();
    const refused = await send();
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await refused.json()).toMatchObject({ status: 503, code: 'unconfirmed', retryAfterSeconds: 5 });
    expect(await readiness()).toEqual({ database: true, engine: false });
    expect((await (await signedInAs(bed, officer))(`/api/plans/${plan.planId}`)).status).toBe(200);
    await plan.advance(on('2022-09-01'));
    gate.open();
    await untilRecorded(send);
    await untilRecorded(send);
    // The chain has moved on to the night after the due date, and the receipt comes behind that; it is not late for it.
    expect(await receipts(officer.unitId)).toEqual([{ at: on('2022-08-26', 0), late: false }]);
  });

  it('records once what reached the engine and found nobody at work', async () => {
    const send = await receipt(other);
    await worker.stop();
    expect((await send()).status).toBe(503);
    expect((await send()).status).toBe(503);
    worker = await duban.startWorker(duban.activities);
    await untilRecorded(send);
    expect(await receipts(other.unitId)).toEqual([{ at: on('2022-09-01'), late: true }]);
  });
});
