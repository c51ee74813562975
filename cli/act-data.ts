import type { PersonAct } from '../domain/act/person-act.ts';
import type { PlanLine } from '../store/plan/plans.ts';
import type { Store } from '../store/store.ts';
import { actNamesIn } from './acts/act-names.ts';
import type { ActReaders } from './acts/act-reader.ts';
import { chainActs, sheetActs } from './acts/sheet-acts.ts';
import { UsageError } from './exit-codes.ts';

type CommandedAct = Exclude<PersonAct, { readonly type: 'settle' }>;

const readers: ActReaders<CommandedAct> = { ...chainActs, ...sheetActs };

/** Names of the acts that a command may perform. */
export const actNames: readonly string[] = Object.keys(readers);

/** The act that a command names, with ids in place of numbers and names; what does not fit is refused with every fault. */
export async function personAct(store: Store, ofPlan: PlanLine, action: string, content: unknown): Promise<PersonAct> {
  if (!isActName(action)) throw new UsageError(`没有操作“${action}”，可用：${actNames.join('、')}。`);
  return readers[action](content, actNamesIn(store, ofPlan));
}

function isActName(name: string): name is CommandedAct['type'] {
  return Object.hasOwn(readers, name);
}
