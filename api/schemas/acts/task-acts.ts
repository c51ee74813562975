import * as z from 'zod';
import type { TaskPersonAct } from '../../../domain/act/task-act.ts';
import { namedEnding } from '../row.ts';
import { id, listOf, quarter, text } from '../values.ts';
import type { SchemasOf } from './act-schema.ts';
import { changeActs } from './change-acts.ts';
import { findingActs } from './finding-acts.ts';

/** What may be sent to do something to one task. */
export const taskActs = {
  ...findingActs,
  ...changeActs,
  decideEndings: z.strictObject({
    type: z.literal('decideEndings'),
    taskId: id,
    rows: listOf(
      namedEnding.extend({
        subjectId: z.string().min(1).max(200),
        value: z.number().nullable().default(null),
        reason: z.string().trim().max(2_000, '不超过 2000 字').default(''),
      }),
    ),
  }),
  endTask: z.strictObject({ type: z.literal('endTask'), taskId: id }),
  fileStatement: z.strictObject({
    type: z.literal('fileStatement'),
    taskId: id,
    aboutUnitId: id,
    period: quarter,
    text,
  }),
  writeSummary: z.strictObject({ type: z.literal('writeSummary'), taskId: id, period: quarter, text }),
} satisfies SchemasOf<TaskPersonAct>;
