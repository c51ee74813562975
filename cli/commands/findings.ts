import type { Command } from 'commander';
import { objectionOutcomeNames, targetNames } from '../../domain/objection/objection-target.ts';
import { findingMethodNames, findingOutcomeNames } from '../../domain/task/finding/finding-names.ts';
import { listObjections } from '../../store/objection/read-objections.ts';
import { listFindings } from '../../store/task/read-findings.ts';
import { output, print, printTable } from '../print.ts';
import { connected } from '../run-command.ts';
import { unitNamesOf, whichPlan } from '../which-plan.ts';
import { localTime } from '../words.ts';

/** `duban findings`: the findings 核查记录 of a plan and the objections 异议, with their ids and limits. */
export function addFindings(program: Command): void {
  program
    .command('findings')
    .description('查看核查记录和异议')
    .argument('[plan]', '工作要点编号（可只写开头几位）')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async ({ store }, named: string | undefined, options: { readonly json?: boolean }) => {
        const plan = await whichPlan(store, named);
        const nameOf = await unitNamesOf(store, plan);
        const findings = await listFindings(store, plan.planId);
        const objections = await listObjections(store, plan.planId);
        output(options, { planId: plan.planId, findings, objections }, () => {
          print(`核查记录 ${findings.length} 份，异议 ${objections.length} 件`);
          printTable(
            ['核查记录', '任务', '单位', '方式', '登记时间', '意见期限', '意见', '结论', '异议期限'],
            findings.map((each) => [
              each.findingId,
              each.taskNumber,
              nameOf(each.unitId),
              findingMethodNames[each.method],
              localTime(each.openedAt),
              each.statementDue,
              each.statedAt === null ? '无' : localTime(each.statedAt),
              each.phase === 'withdrawn'
                ? '已撤销'
                : each.outcome === null
                  ? '核查中'
                  : findingOutcomeNames[each.outcome],
              each.objectionUntil ?? '',
            ]),
          );
          print();
          printTable(
            ['异议', '事项', '任务', '单位', '提出时间', '答复期限', '结果'],
            objections.map((each) => [
              each.objectionId,
              `${targetNames[each.kind]}：${each.title}`,
              each.taskNumber ?? '',
              nameOf(each.unitId),
              localTime(each.filedAt),
              each.answerDue,
              standing(each.phase, each.outcome, each.overdue),
            ]),
          );
        });
      }),
    );
}

function standing(
  phase: 'open' | 'answered' | 'withdrawn',
  outcome: keyof typeof objectionOutcomeNames | null,
  overdue: boolean,
) {
  if (phase === 'withdrawn') return '已撤回';
  if (outcome !== null) return objectionOutcomeNames[outcome];
  return overdue ? '复核中，逾期未答复' : '复核中';
}
