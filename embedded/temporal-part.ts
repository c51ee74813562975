import type { Env } from '../config/env.ts';
import { type PartDoor, type PartPlace, openDoor } from './part-door.ts';
import type { ProcessGroup } from './process-group.ts';
import type { StateDirectory } from './state-directory.ts';
import { namespaceAnswers, startTemporalServer } from './temporal-server.ts';

export interface TemporalPart {
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly door: PartDoor | null;
}

/** The Temporal server that the environment gives, or our own. */
export async function temporalPart(
  env: Env,
  state: StateDirectory,
  group: ProcessGroup,
  place: PartPlace,
): Promise<TemporalPart> {
  const namespace = env.TEMPORAL_NAMESPACE;
  if (env.TEMPORAL_ADDRESS !== undefined) {
    const { TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_TLS: tls, TEMPORAL_API_KEY: apiKey } = env;
    const options = { address: temporalAddress, tls, ...(apiKey === undefined ? {} : { apiKey }) };
    if (await namespaceAnswers(options, namespace)) return { temporalAddress, namespace, door: null };
    throw new Error(
      `TEMPORAL_ADDRESS 指定的 Temporal（${temporalAddress}）没有应答，或没有命名空间 ${namespace}：请确认它已启动，TEMPORAL_NAMESPACE、TEMPORAL_TLS、TEMPORAL_API_KEY 无误。`,
    );
  }
  const port = state.ports.temporal;
  const dbFile = place.isKept ? state.temporalFile : null;
  const door = await openDoor('temporal', place, () =>
    startTemporalServer({ group, port, namespace, dbFile, logFile: state.logFile('temporal') }),
  );
  return { temporalAddress: `127.0.0.1:${port}`, namespace, door };
}
