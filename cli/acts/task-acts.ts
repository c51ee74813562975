import { z } from 'zod';
import type { TaskPersonAct } from '../../domain/act/task-act.ts';
import { taskActs as acts } from '../../api/schemas/acts/task-acts.ts';
import { namedEnding } from '../../api/schemas/row.ts';
import { parsed } from './act-fields.ts';
import type { ActReaders } from './act-reader.ts';
import { changeActs } from './change-acts.ts';
import { findingActs } from './finding-acts.ts';

const task = { task: z.string() };
const { value, reason } = acts.decideEndings.shape.rows.unwrap().element.shape;
const ending = z.strictObject(task);
const endings = z.strictObject({
  ...task,
  rows: z.array(namedEnding.extend({ item: z.string().default('whole'), unit: z.string().default(''), value, reason })),
});
const ids = { type: true, taskId: true } as const;
const statement = acts.fileStatement.omit({ ...ids, aboutUnitId: true }).extend({ ...task, aboutUnit: z.string() });
const summary = acts.writeSummary.omit(ids).extend(task);

/** How commands name what is done to one task. */
export const taskActs: ActReaders<TaskPersonAct> = {
  ...findingActs,
  ...changeActs,
  endTask: async (content, names) => {
    return { type: 'endTask', taskId: await names.task(parsed('endTask', ending, content).task) };
  },
  decideEndings: async (content, names) => {
    const { task: number, rows } = parsed('decideEndings', endings, content);
    const filed = rows.map(async ({ item, unit, ...decided }) => {
      const { subjectId } = await names.row({ task: number, item }, unit);
      return { subjectId, ...decided };
    });
    return { type: 'decideEndings', taskId: await names.task(number), rows: await Promise.all(filed) };
  },
  fileStatement: async (content, names) => {
    const { task: number, aboutUnit, period, text: words } = parsed('fileStatement', statement, content);
    const aboutUnitId = await names.unit(aboutUnit);
    return { type: 'fileStatement', taskId: await names.task(number), aboutUnitId, period, text: words };
  },
  writeSummary: async (content, names) => {
    const { task: number, period, text: words } = parsed('writeSummary', summary, content);
    return { type: 'writeSummary', taskId: await names.task(number), period, text: words };
  },
};
