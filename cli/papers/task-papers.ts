import type { Command } from 'commander';
import { caseFileOf } from '../../api/papers/case-file/case-file-of.ts';
import { planSight } from '../../api/sight.ts';
import { instantOfEpoch } from '../../domain/instant.ts';
import { printCaseFile } from '../../papers/case-file/print-case-file.ts';
import { taskIdOf } from '../../store/task/task-page.ts';
import { UsageError } from '../exit-codes.ts';
import { type PaperOptions, paperCommand } from './paper-command.ts';

interface CaseFileOptions extends PaperOptions {
  readonly task: string;
}

/** Papers of one task: its case file. */
export function addTaskPapers(paper: Command): void {
  paperCommand<CaseFileOptions>(paper, {
    name: 'case-file',
    description: '案卷：一项任务的全部经过，附佐证材料、扫描件和可核验的留痕',
    formats: ['pdf'],
    make: async ({ store, plan, options }) => {
      const taskId = await taskIdOf(store, plan.planId, options.task);
      if (taskId === null) throw new UsageError(`该工作要点没有第${options.task}项任务，请核对序号。`);
      const sight = await planSight({ store, now: () => instantOfEpoch(Date.now()) }, plan.planId);
      return printCaseFile(await caseFileOf(store, sight, taskId));
    },
  }).requiredOption('--task <number>', '任务序号');
}
