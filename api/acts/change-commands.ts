import type { ChangeAct } from '../../domain/act/change-act.ts';
import { assertNever } from '../../domain/errors.ts';
import { uuid5 } from '../../domain/ids.ts';
import type { Approval } from '../../domain/paper-approval.ts';
import type { ChangeCommand } from '../../domain/task/change/change-command.ts';
import { readPlan } from '../../store/plan/plans.ts';
import type { Store } from '../../store/store.ts';
import type { ActTexts } from './act-texts.ts';

/** The command of a person's act about a change of a task, its texts kept. */
export async function changeCommand(
  act: ChangeAct,
  approval: Approval,
  { store, planId, texts: { keepOne } }: { readonly store: Store; readonly planId: string; readonly texts: ActTexts },
): Promise<ChangeCommand> {
  switch (act.type) {
    case 'requestChange': {
      const { type, request, change } = act;
      const { leadershipUnitId } = await readPlan(store, planId);
      const changeId = uuid5(planId, `change/${request}`);
      return { type, ...approval, changeId, change, reason: await keepOne(act.reason), leadershipUnitId };
    }
    case 'withdrawChange':
      return { type: act.type, ...approval, changeId: act.changeId, reason: await keepOne(act.reason) };
    case 'decideChange': {
      const { type, changeId, outcome, replacementId } = act;
      return { type, ...approval, changeId, outcome, replacementId, reason: await keepOne(act.reason) };
    }
    case 'recordInstruction':
      return { type: act.type, ...approval, text: await keepOne(act.text) };
    default:
      return assertNever(act);
  }
}
