import * as z from 'zod';
import type { FindingAct } from '../../../domain/act/finding-act.ts';
import type { ObjectionPersonAct } from '../../../domain/act/objection-act.ts';
import { decidableLights } from '../../../domain/task/finding/decidable-light.ts';
import { id, text } from '../values.ts';
import type { SchemasOf } from './act-schema.ts';

const subjectId = z.string().min(1).max(200);
const light = z.enum(decidableLights);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制');

/** What may be sent about findings and lights of one task. */
export const findingActs = {
  openFinding: z.strictObject({
    type: z.literal('openFinding'),
    taskId: id,
    finding: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9/_-]{0,79}$/, '核查记录代码由字母、数字和连字符组成'),
    subjectId,
    claim: text,
    method: z.enum(['documents', 'telephone', 'on-site']),
    checkers: z.array(id).length(2),
    reportedValue: z.number().nullable(),
    foundValue: z.number().nullable(),
    evidence: z.strictObject({ text, hashes: z.array(sha256).max(50) }),
  }),
  stateOnFinding: z.strictObject({ type: z.literal('stateOnFinding'), taskId: id, findingId: id, text }),
  concludeFinding: z.strictObject({
    type: z.literal('concludeFinding'),
    taskId: id,
    findingId: id,
    outcome: z.enum(['confirmed', 'partly', 'unfounded']),
    text,
    light: light.nullable(),
  }),
  decideLight: z.strictObject({ type: z.literal('decideLight'), taskId: id, subjectId, light, reason: text }),
} satisfies SchemasOf<FindingAct>;

/** What may be sent about objections. */
export const objectionActs = {
  fileObjection: z.strictObject({
    type: z.literal('fileObjection'),
    about: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('row'), taskId: id, obligationId: z.string().min(1).max(200), subjectId }),
      z.strictObject({ kind: z.literal('light'), taskId: id, subjectId }),
      z.strictObject({ kind: z.literal('finding'), taskId: id, findingId: id }),
      z.strictObject({ kind: z.literal('order'), orderId: id }),
    ]),
    grounds: text,
  }),
  answerObjection: z.strictObject({
    type: z.literal('answerObjection'),
    objectionId: id,
    outcome: z.enum(['upheld', 'partly', 'dismissed']),
    light: light.nullable(),
    reason: text,
  }),
  withdrawObjection: z.strictObject({ type: z.literal('withdrawObjection'), objectionId: id, reason: text }),
} satisfies SchemasOf<ObjectionPersonAct>;
