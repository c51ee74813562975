import { z } from 'zod';
import type { ChainAct } from '../../domain/act/chain-act.ts';
import type { SheetAct } from '../../domain/act/sheet-act.ts';
import { UsageError } from '../exit-codes.ts';
import { sheetActs as acts } from '../../api/schemas/acts/sheet-acts.ts';
import { parsed } from './act-fields.ts';
import type { ActReaders } from './act-reader.ts';
import { objectionActs } from './finding-acts.ts';
import { orderActs } from './order-acts.ts';
import { planActs } from './plan-acts.ts';
import { registryActs } from './registry-acts.ts';
import { returnActs } from './return-acts.ts';
import { taskActs } from './task-acts.ts';

/** Readers of every act that can stand on a sheet. */
export const chainActs: ActReaders<ChainAct> = {
  ...planActs,
  ...returnActs,
  ...taskActs,
  ...objectionActs,
  ...orderActs,
  ...registryActs,
};

const { sheet } = acts.draftSheet.shape;
const drafting = z.strictObject({ sheet, action: z.string(), content: z.unknown() });
const naming = acts.askSheetApproval.omit({ type: true });
const refusing = acts.refuseSheet.omit({ type: true });
const approving = acts.approveSheet.omit({ type: true });

/** How commands name what is done to a sheet; the act on it is written as its own command would be. */
export const sheetActs: ActReaders<SheetAct> = {
  draftSheet: async (content, names) => {
    const { sheet: key, action, content: drafted } = parsed('draftSheet', drafting, content);
    if (!isChainAct(action)) throw new UsageError(`没有可以拟写审签单的操作“${action}”，请核对操作名称。`);
    return { type: 'draftSheet', sheet: key, act: await chainActs[action](drafted ?? {}, names) };
  },
  askSheetApproval: async (content) => ({ type: 'askSheetApproval', ...parsed('askSheetApproval', naming, content) }),
  refuseSheet: async (content) => ({ type: 'refuseSheet', ...parsed('refuseSheet', refusing, content) }),
  approveSheet: async (content) => ({ type: 'approveSheet', ...parsed('approveSheet', approving, content) }),
  withdrawSheet: async (content) => ({ type: 'withdrawSheet', ...parsed('withdrawSheet', naming, content) }),
};

function isChainAct(name: string): name is ChainAct['type'] {
  return Object.hasOwn(chainActs, name);
}
