import { z } from 'zod';
import type { TaskPersonAct } from '../../domain/act/task-act.ts';
import { namedEnding, parsed, quarter, text } from './act-fields.ts';
import type { ActReaders } from './act-reader.ts';
import { changeActs } from './change-acts.ts';
import { findingActs } from './finding-acts.ts';

const ending = z.strictObject({ task: z.string() });
const endings = z.strictObject({
  task: z.string(),
  rows: z.array(
    namedEnding.extend({
      item: z.string().default('whole'),
      unit: z.string().default(''),
      value: z.number().nullable().default(null),
      reason: z.string().trim().max(2_000).default(''),
    }),
  ),
});
const statement = z.strictObject({ task: z.string(), aboutUnit: z.string(), period: quarter, text });
const summary = z.strictObject({ task: z.string(), period: quarter, text });

/** How commands name what is done to one task. */
export const taskActs: ActReaders<TaskPersonAct> = {
  ...findingActs,
  ...changeActs,
  endTask: async (content, names) => {
    return { type: 'endTask', taskId: await names.task(parsed('endTask', ending, content).task) };
  },
  decideEndings: async (content, names) => {
    const { task, rows } = parsed('decideEndings', endings, content);
    const filed = rows.map(async ({ item, unit, ...decided }) => {
      const { subjectId } = await names.row({ task, item }, unit);
      return { subjectId, ...decided };
    });
    return { type: 'decideEndings', taskId: await names.task(task), rows: await Promise.all(filed) };
  },
  fileStatement: async (content, names) => {
    const { task, aboutUnit, period, text: words } = parsed('fileStatement', statement, content);
    const aboutUnitId = await names.unit(aboutUnit);
    return { type: 'fileStatement', taskId: await names.task(task), aboutUnitId, period, text: words };
  },
  writeSummary: async (content, names) => {
    const { task, period, text: words } = parsed('writeSummary', summary, content);
    return { type: 'writeSummary', taskId: await names.task(task), period, text: words };
  },
};
