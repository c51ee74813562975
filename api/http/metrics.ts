import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { OperatingFigures } from '../../store/read/operating-figures.ts';

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
  /** Everything as Prometheus reads it. */
  readonly text: () => Promise<string>;
  readonly observe: (answered: Answered) => void;
  readonly act: (type: string, outcome: string) => void;
  readonly watchers: Gauge;
}

/** Counters of one process; `figures` reads what stands in the database, each time that somebody asks. */
export function createMetrics(figures: () => Promise<OperatingFigures>): ApiMetrics {
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
    help: 'Acts of people, updates of workflows among them, by type and outcome',
    labelNames: ['type', 'outcome'],
    registers,
  });
  const watchers = new Gauge({ name: 'duban_change_streams', help: 'Open streams of changes', registers });
  const tellFigures = figureGauges(registry);
  return {
    registry,
    watchers,
    text: async () => {
      tellFigures(await figures());
      return registry.metrics();
    },
    // The area, not the path: ids would make a series of every request.
    observe: ({ method, path, status, ms }) =>
      requests.observe({ method, area: path.split('/')[2] ?? 'web', status: String(status) }, ms / 1_000),
    act: (type, outcome) => acts.inc({ type, outcome }),
  };
}

function figureGauges(registry: Registry): (figures: OperatingFigures) => void {
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] });
  const letters = gauge('duban_letters', 'Letters by what became of them, coming and due by their plan’s clock', [
    'state',
  ]);
  const mails = gauge('duban_mails', 'Mails by state', ['state']);
  const events = gauge('duban_ledger_events', 'Events in the ledger');
  const parked = gauge('duban_chains_parked', 'Chains that wait for an operator');
  const pending = gauge('duban_deliveries_pending', 'Acts on returns that have not reached all their tasks');
  return (figures) => {
    for (const [state, number] of Object.entries(figures.letters)) letters.set({ state }, number);
    mails.reset();
    for (const [state, number] of Object.entries(figures.mails)) mails.set({ state }, number);
    events.set(figures.ledgerEvents);
    parked.set(figures.chainsParked);
    pending.set(figures.deliveriesPending);
  };
}
