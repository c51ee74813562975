import { z } from 'zod';
import type { TaskPersonAct } from '../../domain/act/task-act.ts';
import { parsed, quarter, text } from './act-fields.ts';
import type { ActReaders } from './act-reader.ts';
import { changeActs } from './change-acts.ts';
import { findingActs } from './finding-acts.ts';

const ending = z.strictObject({ task: z.string() });
const statement = z.strictObject({ task: z.string(), aboutUnit: z.string(), period: quarter, text });
const summary = z.strictObject({ task: z.string(), period: quarter, text });

/** How commands name what is done to one task. */
export const taskActs: ActReaders<TaskPersonAct> = {
  ...findingActs,
  ...changeActs,
  endTask: async (content, names) => {
    return { type: 'endTask', taskId: await names.task(parsed('endTask', ending, content).task) };
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
