import type { PlainDate } from '../../domain/plain-date.ts';
import { unitRegister } from '../registry/units.ts';
import type { Source } from '../transaction.ts';

/** The unit whose supervisor 督查 hears of a plan's proposals; null where none is registered. */
export async function supervisionUnit(source: Source, planId: string, day: PlainDate): Promise<string | null> {
  const units = await unitRegister(source, { planId, day });
  return units.find(({ kind }) => kind === 'supervision')?.unitId ?? null;
}
