import { performAct } from '../../api/acts/perform-act.ts';
import type { PlannedAct } from '../../domain/act/person-act.ts';
import { RuleViolation } from '../../domain/errors.ts';
import { dayOf } from '../../domain/instant.ts';
import { assertActs } from '../../store/registry/actors.ts';
import type { RehearsalStage } from './rehearsal-stage.ts';

/**
 * Does an act in a year that was played, as the API does it: first whether the person holds the seat that day, then the act itself.
 * `recorded`, or the refusal with its sentence.
 */
export async function actAfterwards(
  { store, engine }: Pick<RehearsalStage, 'store' | 'engine'>,
  planId: string,
  planned: PlannedAct,
): Promise<{ readonly code: string; readonly message: string }> {
  const settle = async (): Promise<void> => {
    throw new Error('nothing is settled after the year');
  };
  try {
    await assertActs(store, { planId, day: dayOf(planned.at) }, planned.by);
    await performAct({ store, engine, settle }, planId, planned);
    return { code: 'recorded', message: '' };
  } catch (error) {
    if (error instanceof RuleViolation) return { code: error.code, message: error.message };
    throw error;
  }
}
