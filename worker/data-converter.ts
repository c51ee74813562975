import { join } from 'node:path';
import type { DataConverter } from '@temporalio/common';
import type { PayloadKey } from '../config/payload-key.ts';
import { payloadCodec } from './payload-codec.ts';

/** Where the failure converter stands; the workflow bundle takes it in too. */
export const failureConverterPath = join(import.meta.dirname, 'failure-converter.ts');

/** How every process of one duban writes and reads what Temporal stores; encrypted where keys are given. */
export function dataConverter(keys: readonly PayloadKey[] = []): DataConverter {
  const [writing, ...older] = keys;
  return {
    failureConverterPath,
    payloadCodecs: writing === undefined ? [] : [payloadCodec([writing, ...older])],
  };
}
