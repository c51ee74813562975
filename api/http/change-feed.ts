import { chainEnds } from '../../store/read/changes.ts';
import type { Store } from '../../store/store.ts';

/** Hears which chains of a plan have moved. */
export type ChangeListener = (chains: readonly string[]) => void;

/** From `ready` on no change goes untold. */
export interface Listening {
  readonly ready: Promise<void>;
  readonly stop: () => void;
}

/** Watches plans for whoever listens; a plan that nobody listens to is not asked about. */
export interface ChangeFeed {
  readonly listen: (planId: string, listener: ChangeListener) => Listening;
  readonly close: () => void;
}

/** A feed that looks at the ends of a plan's chains every `pollMs`, once for all its listeners. */
export function createChangeFeed(store: Pick<Store, 'pool'>, pollMs: number): ChangeFeed {
  const plans = new Map<string, ReturnType<typeof watch>>();
  const listen: ChangeFeed['listen'] = (planId, listener) => {
    const plan = plans.get(planId) ?? watch(store, planId, pollMs);
    plans.set(planId, plan);
    plan.listeners.add(listener);
    const stop = (): void => {
      plan.listeners.delete(listener);
      if (plan.listeners.size > 0) return;
      plan.stop();
      plans.delete(planId);
    };
    return { ready: plan.ready, stop };
  };
  const close = (): void => {
    for (const { stop } of plans.values()) stop();
    plans.clear();
  };
  return { listen, close };
}

function watch(store: Pick<Store, 'pool'>, planId: string, pollMs: number) {
  const listeners = new Set<ChangeListener>();
  let known: ReadonlyMap<string, number> | null = null;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const { promise: ready, resolve: begin } = Promise.withResolvers<void>();
  const look = async (): Promise<void> => {
    // A database that is away changes nothing that could be told; the next look finds what moved meanwhile.
    const ends = await chainEnds(store, planId).catch((): null => null);
    if (ends !== null) {
      const before = known;
      const moved = before === null ? [] : [...ends].filter(([chain, seq]) => before.get(chain) !== seq);
      known = ends;
      begin();
      if (moved.length > 0) for (const tell of listeners) tell(moved.map(([chain]) => chain));
    }
    if (!isStopped) timer = setTimeout(() => void look(), pollMs);
  };
  void look();
  const stop = (): void => {
    isStopped = true;
    clearTimeout(timer);
  };
  return { listeners, ready, stop };
}
