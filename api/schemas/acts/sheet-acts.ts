import * as z from 'zod';
import type { ChainAct } from '../../../domain/act/chain-act.ts';
import type { SheetAct } from '../../../domain/act/sheet-act.ts';
import { text } from '../values.ts';
import type { SchemasOf } from './act-schema.ts';
import { objectionActs } from './finding-acts.ts';
import { orderActs } from './order-acts.ts';
import { planActs } from './plan-acts.ts';
import { registryActs } from './registry-acts.ts';
import { returnActs } from './return-acts.ts';
import { taskActs } from './task-acts.ts';

/** Every act that can stand on a sheet, by its type. */
export const chainActs = {
  ...planActs,
  ...returnActs,
  ...taskActs,
  ...objectionActs,
  ...orderActs,
  ...registryActs,
} satisfies SchemasOf<ChainAct>;

type ChainActSchema = (typeof chainActs)[keyof typeof chainActs];
const schemas = Object.values(chainActs) as [ChainActSchema, ...ChainActSchema[]];

const sheet = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9/_-]{0,79}$/, '审签单代码由字母、数字和连字符组成');

/** What may be sent to do something to a sheet. */
export const sheetActs = {
  draftSheet: z.strictObject({
    type: z.literal('draftSheet'),
    sheet,
    act: z.discriminatedUnion('type', schemas),
  }),
  askSheetApproval: z.strictObject({ type: z.literal('askSheetApproval'), sheet }),
  refuseSheet: z.strictObject({ type: z.literal('refuseSheet'), sheet, reason: text }),
  approveSheet: z.strictObject({ type: z.literal('approveSheet'), sheet, version: z.int().min(1) }),
  withdrawSheet: z.strictObject({ type: z.literal('withdrawSheet'), sheet }),
} satisfies SchemasOf<SheetAct>;
