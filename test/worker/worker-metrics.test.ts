import { afterEach, describe, expect, it } from 'vitest';
import { workerSlots } from '../../worker/create-worker.ts';
import { type BusyWorker, serveWorkerMetrics } from '../../worker/worker-metrics.ts';
import { type Engine, testEngine } from '../support/worker.ts';

describe('the metrics of a worker', () => {
  let engine: Engine;
  let close = async (): Promise<void> => {};
  afterEach(async () => {
    await close();
    await engine.close();
  });

  it('tell on loopback the slots of the worker, those in use and those free, and whether it asks for work', async () => {
    engine = await testEngine();
    const running = await engine.startWorker({});
    const worker: BusyWorker = running.worker;
    const served = await serveWorkerMetrics(worker, { host: '127.0.0.1', port: 0 });
    ({ close } = served);
    const { address, port } = served.address;
    expect(address).toBe('127.0.0.1');
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    const text = await (await ask('/metrics')).text();
    const figure = (kind: string, state: string) =>
      Number(text.match(new RegExp(`^duban_worker_slots{kind="${kind}",state="${state}"} (\\d+)$`, 'm'))?.[1]);
    for (const kind of ['workflow', 'activity'] as const)
      expect(figure(kind, 'used') + figure(kind, 'free')).toBe(workerSlots[kind]);
    expect(text).toMatch(/^duban_worker_cached_workflows 0$/m);
    expect([(await ask('/health')).status, (await ask('/else')).status]).toEqual([200, 404]);
    await running.stop();
    expect(await (await ask('/health')).json()).toEqual({ state: 'STOPPED' });
  });
});
