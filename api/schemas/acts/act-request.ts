import * as z from 'zod';
import type { PersonAct } from '../../../domain/act/person-act.ts';
import { day, id, seat } from '../values.ts';
import type { SchemasOf } from './act-schema.ts';
import { chainActs, sheetActs } from './sheet-acts.ts';

/** Every act that a person may send, by its type: a new act is one entry in the table of its chain. */
export const actSchemas = { ...chainActs, ...sheetActs } satisfies SchemasOf<SentAct>;

/** Settling a draft has its own route: it carries a whole settlement. */
export type SentAct = Exclude<PersonAct, { readonly type: 'settle' }>;

type ActSchema = (typeof actSchemas)[keyof typeof actSchemas];
const schemas = Object.values(actSchemas) as [ActSchema, ...ActSchema[]];

/** In which seat the sender believes to act; refused where the session has another by now. */
export const claimedSeat = z.strictObject({ seat, unitId: id });

/** An approval on paper 纸质审签, recorded by the officer (for a leader by the office) with the scan. */
export const paperApproval = z
  .strictObject({
    signer: z.strictObject({ personId: id, seat, unitId: id, deputyFor: id.exactOptional() }),
    signedOn: day,
    scanHash: z.string().regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制'),
    checkCode: z.string().min(1).max(40),
  })
  .meta({ id: 'PaperApproval' });

/** `POST /api/plans/{planId}/acts`: `actId` is chosen when the form opens, so that sending again is the same act. */
export const actRequest = z
  .strictObject({
    actId: id,
    seat: claimedSeat,
    act: z.discriminatedUnion('type', schemas),
    paper: paperApproval.optional(),
  })
  .meta({ id: 'ActRequest' });

/** `delivery`: whether an act on a whole return has reached all its tasks; null where it needs none. */
export const actAnswer = z
  .object({ actId: id, recorded: z.literal(true), delivery: z.enum(['pending', 'done']).nullable() })
  .meta({ id: 'ActAnswer' });

/** Decides open points of a draft: null takes everything as proposed. */
export const settleRequest = z
  .strictObject({ actId: id, seat: claimedSeat, settlement: z.record(z.string(), z.unknown()).nullable() })
  .meta({ id: 'SettleRequest' });

export const settleAnswer = z.object({ actId: id, settled: z.int() }).meta({ id: 'SettleAnswer' });

export type ActRequest = z.input<typeof actRequest>;
export type ActRequestBody = z.infer<typeof actRequest>;
export type ActAnswerBody = z.infer<typeof actAnswer>;
