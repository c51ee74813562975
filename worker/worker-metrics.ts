import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Worker } from '@temporalio/worker';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { workerSlots } from './create-worker.ts';

/** The part of a worker that tells how busy it is. */
export type BusyWorker = Pick<Worker, 'getStatus'>;

/** Where a worker's metrics are told. */
export interface MetricsPlace {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
}

/** A worker's slots in use and free, and its process, as Prometheus reads them. */
export function workerMetrics(worker: BusyWorker): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const slots = new Gauge({
    name: 'duban_worker_slots',
    help: 'Slots for tasks of the engine by kind, in use and free',
    labelNames: ['kind', 'state'],
    registers,
    collect: () => {
      const { numInFlightWorkflowActivations, numInFlightActivities } = worker.getStatus();
      for (const [kind, used] of [
        ['workflow', numInFlightWorkflowActivations],
        ['activity', numInFlightActivities],
      ] as const) {
        slots.set({ kind, state: 'used' }, used);
        slots.set({ kind, state: 'free' }, Math.max(0, workerSlots[kind] - used));
      }
    },
  });
  const cached: Gauge = new Gauge({
    name: 'duban_worker_cached_workflows',
    help: 'Workflows that the worker holds in memory',
    registers,
    collect(): void {
      cached.set(worker.getStatus().numCachedWorkflows);
    },
  });
  return registry;
}

/** Tells metrics (`/metrics`) and health (`/health`, 503 unless the worker asks for work) over HTTP; resolves when it listens. */
export async function serveWorkerMetrics(
  worker: BusyWorker,
  { host, port }: MetricsPlace,
): Promise<{ readonly address: AddressInfo; readonly close: () => Promise<void> }> {
  const registry = workerMetrics(worker);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://worker.invalid');
    if (request.method === 'GET' && pathname === '/health') {
      const { runState } = worker.getStatus();
      response.writeHead(runState === 'RUNNING' ? 200 : 503, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify({ state: runState }));
    }
    if (request.method !== 'GET' || pathname !== '/metrics') return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  const address = await listening(server, { host, port });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address, close };
}

async function listening(server: Server, { host, port }: MetricsPlace): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the metrics listen on no port');
  return address;
}
