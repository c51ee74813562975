import type { Instant } from '../../domain/instant.ts';
import type { PastMoment } from '../../store/read/past-tasks.ts';
import { InvalidRequest } from '../http/refusals.ts';

/** Of which earlier moment a request speaks; null for the present. */
export function pastOf({
  at,
  recordedAt,
}: {
  readonly at?: Instant | undefined;
  readonly recordedAt?: Instant | undefined;
}): PastMoment | null {
  if (at !== undefined && recordedAt !== undefined)
    throw new InvalidRequest([{ path: '查询.recordedAt', message: '不能与 at 同时使用' }]);
  if (at !== undefined) return { basis: 'at', moment: at };
  return recordedAt === undefined ? null : { basis: 'recordedAt', moment: recordedAt };
}
