import type { Command } from 'commander';
import { addEscalationPapers } from '../papers/escalation-papers.ts';
import { addPlanPapers } from '../papers/plan-papers.ts';
import { addProgressPapers } from '../papers/progress-papers.ts';
import { addSeatPapers } from '../papers/seat-papers.ts';
import { addTaskPapers } from '../papers/task-papers.ts';

/** `duban paper …`: the documents that leaders read, each written to a file. */
export function addPaper(program: Command): void {
  const paper = program
    .command('paper')
    .description(
      '打印领导和单位阅读的文件：台账、任务分解表、报送表、函、通知、呈批单、审签单、汇总、通报、催办单、督办单、案卷',
    );
  addPlanPapers(paper);
  addProgressPapers(paper);
  addSeatPapers(paper);
  addEscalationPapers(paper);
  addTaskPapers(paper);
}
