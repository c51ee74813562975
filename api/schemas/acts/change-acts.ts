import * as z from 'zod';
import type { ChangeAct } from '../../../domain/act/change-act.ts';
import { commitment, partyRole, target } from '../lights.ts';
import { day, id, line, text } from '../values.ts';
import type { SchemasOf } from './act-schema.ts';

const subjectId = z.string().min(1).max(200);
const itemTerms = z.strictObject({
  id: subjectId,
  unitId: id,
  kind: z.enum(['number', 'deliverable']),
  title: line,
  target: target.nullable(),
  commitment,
  due: day,
  dueBasis: z.enum(['stated', 'derived']),
  tracked: z.boolean(),
  shares: z.array(z.strictObject({ unitId: id, value: z.number() })).max(50),
});
const extended = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('item'), subjectId }),
  z.strictObject({ kind: z.literal('obligation'), obligationId: z.string().min(1).max(200) }),
]);
const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('extension'), of: extended, to: day }),
  z.strictObject({ kind: z.literal('decline'), unitId: id }),
  z.strictObject({ kind: z.literal('reassignment'), unitId: id, toUnitId: id }),
  z.strictObject({ kind: z.literal('target'), subjectId, target }),
  z.strictObject({
    kind: z.literal('amendment'),
    put: z.array(itemTerms).max(20),
    remove: z.array(subjectId).max(20),
    joins: z.array(z.strictObject({ unitId: id, role: partyRole })).max(20),
  }),
  z.strictObject({ kind: z.literal('suspension') }),
  z.strictObject({ kind: z.literal('resumption') }),
  z.strictObject({ kind: z.literal('termination') }),
]);

/** What may be sent about changes of one task and leaders' notes on it. */
export const changeActs = {
  requestChange: z.strictObject({
    type: z.literal('requestChange'),
    taskId: id,
    request: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9/_-]{0,79}$/, '申请代码由字母、数字和连字符组成'),
    change,
    reason: text,
  }),
  withdrawChange: z.strictObject({ type: z.literal('withdrawChange'), taskId: id, changeId: id, reason: text }),
  decideChange: z.strictObject({
    type: z.literal('decideChange'),
    taskId: id,
    changeId: id,
    outcome: z.enum(['granted', 'refused']),
    reason: text,
    replacementId: id.nullable(),
  }),
  recordInstruction: z.strictObject({ type: z.literal('recordInstruction'), taskId: id, text }),
} satisfies SchemasOf<ChangeAct>;
