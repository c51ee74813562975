import type { Command } from 'commander';
import { orderPaper } from '../../papers/escalation/order-paper.ts';
import { slipPaper } from '../../papers/escalation/slip-paper.ts';
import { readOrder, readSlip } from '../../store/papers/escalation.ts';
import { unitNamed } from '../actors.ts';
import { UsageError } from '../exit-codes.ts';
import { type PaperOptions, type PaperRequest, paperCommand } from './paper-command.ts';

interface EscalationOptions extends PaperOptions {
  readonly unit?: string;
  readonly id?: string;
}

/** Papers of the escalation: urging slip and supervision order, or the letters that take their place. */
export function addEscalationPapers(paper: Command): void {
  const slip = paperCommand<EscalationOptions>(paper, {
    name: 'slip',
    description: '催办单（对垂直管理部门为函），附回复单',
    formats: ['docx'],
    make: async (request) => slipPaper(await readSlip(request.store, await escalationQuestion(request))),
  });
  const order = paperCommand<EscalationOptions>(paper, {
    name: 'order',
    description: '督办单（对垂直管理部门为函），附整改情况报告单',
    formats: ['docx'],
    make: async (request) => orderPaper(await readOrder(request.store, await escalationQuestion(request))),
  });
  for (const command of [slip, order]) {
    command
      .option('--unit <unit>', '哪个单位（名称或代码）的最近一份')
      .option('--id <id>', '哪一份，写其编号（可只写开头几位）');
  }
}

async function escalationQuestion({ store, plan, question, options: { unit, id } }: PaperRequest<EscalationOptions>) {
  if (unit === undefined && id === undefined) throw new UsageError('请用 --unit 指明单位，或用 --id 指明编号。');
  const ofUnit = unit === undefined ? {} : { unitId: (await unitNamed(store, plan, unit)).unitId };
  return { ...question, ...ofUnit, ...(id === undefined ? {} : { orderId: id }) };
}
