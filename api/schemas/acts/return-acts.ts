import * as z from 'zod';
import type { ReturnAct } from '../../../domain/act/return-act.ts';
import { returnName } from '../return.ts';
import { namedEnding, rowPlan } from '../row.ts';
import { id, listOf, text } from '../values.ts';
import type { SchemasOf } from './act-schema.ts';

const rowKey = { taskId: id, subjectId: z.string().min(1).max(200) };
const version = z.int().min(1);

/** A row as a person fills it in. */
export const filledRow = z.strictObject({
  ...rowKey,
  value: z.number().nullable().default(null),
  milestonesDone: listOf(z.string().max(60)).default([]),
  complete: z.boolean().default(false),
  plan: rowPlan.nullable().default(null),
  ending: namedEnding.exactOptional(),
  texts: z.partialRecord(z.enum(['done', 'problem', 'next', 'reason']), text).default({}),
  /** Files that were uploaded for the row, those of an earlier save included. */
  evidence: listOf(z.strictObject({ evidenceId: id, sha256: z.string().regex(/^[0-9a-f]{64}$/) })).optional(),
});

/** What may be sent to do something to a return. */
export const returnActs = {
  saveRows: z.strictObject({ type: z.literal('saveRows'), of: returnName, rows: listOf(filledRow) }),
  handOverRows: z.strictObject({
    type: z.literal('handOverRows'),
    of: returnName,
    rows: listOf(z.strictObject(rowKey)),
    writerId: id.nullable(),
  }),
  askHeadApproval: z.strictObject({ type: z.literal('askHeadApproval'), of: returnName }),
  refuseHeadApproval: z.strictObject({ type: z.literal('refuseHeadApproval'), of: returnName, reason: text }),
  submitReturn: z.strictObject({ type: z.literal('submitReturn'), of: returnName, version }),
  reviewReturn: z.strictObject({
    type: z.literal('reviewReturn'),
    of: returnName,
    version,
    sendBack: listOf(z.strictObject({ ...rowKey, reason: text })).default([]),
  }),
} satisfies SchemasOf<ReturnAct>;
