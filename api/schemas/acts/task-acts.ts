import * as z from 'zod';
import type { TaskPersonAct } from '../../../domain/act/task-act.ts';
import { id, quarter, text } from '../values.ts';
import type { SchemasOf } from './act-schema.ts';
import { changeActs } from './change-acts.ts';
import { findingActs } from './finding-acts.ts';

/** What may be sent to do something to one task. */
export const taskActs = {
  ...findingActs,
  ...changeActs,
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
