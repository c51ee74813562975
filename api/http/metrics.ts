import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** One answered request. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
}

/** What one process counts; figures of the database are read when they are asked for. */
export interface ApiMetrics {
  readonly registry: Registry;
  readonly observe: (answered: Answered) => void;
  readonly act: (type: string, outcome: string) => void;
  readonly watchers: Gauge;
}

/** Counters of one process; `figures` reads what stands in the database, by the name of the gauge. */
export function createMetrics(figures: () => Promise<Readonly<Record<string, number>>>): ApiMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'duban_http_request_seconds',
    help: 'Answered requests by method, area and status',
    labelNames: ['method', 'area', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5],
    registers,
  });
  const acts = new Counter({
    name: 'duban_acts_total',
    help: 'Acts of people by type and outcome',
    labelNames: ['type', 'outcome'],
    registers,
  });
  const watchers = new Gauge({ name: 'duban_change_streams', help: 'Open streams of changes', registers });
  const standing = new Gauge({
    name: 'duban_database',
    help: 'Figures of the database: letters by state, mails by state, chains parked, events',
    labelNames: ['figure'],
    registers,
    collect: async () => {
      for (const [figure, number] of Object.entries(await figures())) standing.set({ figure }, number);
    },
  });
  return {
    registry,
    watchers,
    // The area, not the path: ids would make a series of every request.
    observe: ({ method, path, status, ms }) =>
      requests.observe({ method, area: path.split('/')[2] ?? 'web', status: String(status) }, ms / 1_000),
    act: (type, outcome) => acts.inc({ type, outcome }),
  };
}
