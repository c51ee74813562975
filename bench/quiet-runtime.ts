import { DefaultLogger, Runtime } from '@temporalio/worker';

/** Keeps the engine's workers from writing about themselves: standard output holds the figures alone, and nobody reads the rest. */
export function quietRuntime(): void {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
  });
}
