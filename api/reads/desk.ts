import type { PersonActor } from '../../domain/actor.ts';
import { listReturns } from '../../store/return/read-returns.ts';
import { planUnits } from '../../store/plan/plan-units.ts';
import { unitParts } from '../../store/read/unit-duties.ts';
import type { Store } from '../../store/store.ts';
import type { DeskBody } from '../schemas/desk.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import type { Sight } from '../sight.ts';
import { duties } from './duties.ts';
import { returnLine } from './return-lines.ts';
import { textsOf } from './texts.ts';

/** What is asked of a unit, and what it has sent; a writer sees the rows that were handed to them. */
export async function deskBody(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
  { unitId, actor }: { readonly unitId: string; readonly actor: PersonActor },
): Promise<DeskBody> {
  const { planId, reach } = sight;
  const own = (await planUnits(store, planId)).find((each) => each.unitId === unitId);
  const text = await textsOf(store, [own?.contactsId]);
  const asked = await duties(store, sight, { unitId, writerId: reach.writerId });
  return {
    unit: sight.unitRef(unitId),
    today: sight.today,
    // The head approves; the officer sees that it waits in the return itself.
    duties: asked.filter(({ kind }) => kind !== 'head-approval' || actor.seat !== 'officer'),
    returns:
      reach.writerId === null
        ? (await listReturns(store, planId, { unitId })).map((line) => returnLine(line, sight))
        : [],
    tasks: await unitParts(store, planId, unitId),
    contacts: text(own?.contactsId),
    receiptedAt: own?.receiptedAt ?? null,
  };
}
