import type { ObjectionPersonAct } from '../../domain/act/objection-act.ts';
import { assertNever } from '../../domain/errors.ts';
import { uuid5 } from '../../domain/ids.ts';
import type { ObjectionAct } from '../../domain/objection/objection-command.ts';
import { targetPath } from '../../domain/objection/objection-target.ts';
import type { Approval } from '../../domain/paper-approval.ts';
import { objectionBasis } from '../../store/objection/objection-basis.ts';
import type { Store } from '../../store/store.ts';
import type { ActTexts } from './act-texts.ts';

/** An act on an objection's chain: which one, and the command. */
export interface ObjectionAsk {
  readonly objectionId: string;
  readonly command: ObjectionAct;
}

/** The command of a person's act about an objection, its texts kept; what is objected to is looked up in the ledger. */
export async function objectionAsk(
  act: ObjectionPersonAct,
  approval: Approval,
  { store, planId, texts }: { readonly store: Store; readonly planId: string; readonly texts: ActTexts },
): Promise<ObjectionAsk> {
  switch (act.type) {
    case 'fileObjection': {
      const { target, basis } = await objectionBasis(store, planId, act.about);
      const objectionId = uuid5(planId, `objection/${targetPath(target)}`);
      const grounds = await texts.keepOne(act.grounds);
      return { objectionId, command: { type: act.type, ...approval, objectionId, planId, target, basis, grounds } };
    }
    case 'answerObjection': {
      const { type, objectionId, outcome, light } = act;
      return { objectionId, command: { type, ...approval, outcome, light, reason: await texts.keepOne(act.reason) } };
    }
    case 'withdrawObjection': {
      const { type, objectionId } = act;
      return { objectionId, command: { type, ...approval, reason: await texts.keepOne(act.reason) } };
    }
    default:
      return assertNever(act);
  }
}
