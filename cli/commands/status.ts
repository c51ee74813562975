import type { Command } from 'commander';
import { chineseDay } from '../../domain/plain-date.ts';
import { type PlanCounts, planCounts } from '../../store/plan/plan-counts.ts';
import { type PlanLine, listPlans } from '../../store/plan/plans.ts';
import { output, print, printTable } from '../print.ts';
import { connected } from '../run-command.ts';
import { whichPlan } from '../which-plan.ts';
import { lightCounts, localTime, phaseNames } from '../words.ts';

/** `duban status`: all plans, or one plan in figures. */
export function addStatus(program: Command): void {
  program
    .command('status')
    .description('查看全部工作要点，或一份工作要点的进度')
    .argument('[plan]', '工作要点编号（可只写开头几位）')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async ({ store }, named: string | undefined, options: { readonly json?: boolean }) => {
        if (named === undefined) return output(options, await listPlans(store), printPlans);
        const plan = await whichPlan(store, named);
        output(options, { ...plan, counts: await planCounts(store, plan.planId) }, printPlan);
      }),
    );
}

function printPlans(plans: readonly PlanLine[]): void {
  if (plans.length === 0) return print('还没有导入任何工作要点。');
  printTable(
    ['编号', '名称', '文号', '时钟', '阶段', '任务'],
    plans.map(({ planId, title, documentNumber, clock, phase, taskCount }) => [
      planId,
      title,
      documentNumber,
      clock === 'real' ? '真实' : '演练',
      phaseNames[phase],
      taskCount,
    ]),
  );
}

function printPlan({ counts, ...plan }: PlanLine & { readonly counts: PlanCounts }): void {
  print(`${plan.title}（${plan.documentNumber ?? '无文号'}）`);
  if (plan.clock === 'stepped') print('演练数据·非真实情况');
  print(`编号　　${plan.planId}`);
  print(`阶段　　${phaseNames[plan.phase]}${plan.instant === null ? '' : `，演练时刻 ${localTime(plan.instant)}`}`);
  if (plan.issuedAt !== null) print(`交办　　${localTime(plan.issuedAt)}`);
  if (plan.receiptDue !== null) print(`签收时限 ${chineseDay(plan.receiptDue, true)}`);
  print(
    `任务　　${counts.tasks} 项（已办结 ${counts.endedTasks} 项），具体事项 ${counts.items} 项，单位 ${counts.units} 个`,
  );
  print(`待定事项 ${counts.openPoints} 项，未处理意见 ${counts.undecidedOpinions} 条，签收 ${counts.receipts} 个单位`);
  print(
    `报送任务 ${sum(counts.obligations)} 件，逾期未报 ${counts.overdueObligations} 件，迟报 ${counts.lateObligations} 件`,
  );
  print(`亮灯　　${lightCounts(counts.lights) || '无'}`);
  print(
    `留痕　　${counts.events} 条事件；消息 ${counts.letters} 条（其中 ${counts.withdrawnLetters} 条在发出前已办结）`,
  );
  print(`邮件　　${mailCounts(counts.mails)}`);
  if (counts.parkedChains > 0) print(`需人工处理 ${counts.parkedChains} 项，请由系统管理员处理`);
}

const mailStates: Readonly<Record<string, string>> = {
  due: '待发',
  claimed: '待发',
  sending: '发送中',
  accepted: '已送达',
  retry: '待重试',
  failed: '失败',
  ambiguous: '结果不明',
};

function mailCounts(mails: Readonly<Record<string, number>>): string {
  const parts = Object.entries(mails).map(([state, count]) => `${mailStates[state] ?? state} ${count} 封`);
  return parts.length === 0 ? '无' : parts.join('，');
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
