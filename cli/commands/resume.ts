import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import type { Command } from 'commander';
import { RuleViolation } from '../../domain/errors.ts';
import { readPlan } from '../../store/plan/plans.ts';
import { loadChain } from '../../store/ledger/load.ts';
import type { ChainOfPlan } from '../../workflows/messages.ts';
import { chainOfPlan } from '../../workflows/workflow-ids.ts';
import { actorFor } from '../actors.ts';
import type { Connection } from '../connection.ts';
import { engineOf } from '../perform.ts';
import { UsageError } from '../exit-codes.ts';
import { output, print } from '../print.ts';
import { connected } from '../run-command.ts';

/** `duban resume CHAIN`: lets a parked chain read its ledger again, once its cause is mended. */
export function addResume(program: Command): void {
  program
    .command('resume')
    .description('恢复需人工处理的任务、工作要点或者文书（由系统管理员办理）')
    .argument('<chain>', 'duban status 列出的名称，如 task/编号、plan/编号 或 order/编号')
    .option('--person <key>', '人员代码；不写则为系统管理员岗位的第一人')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async (connection, chain: string, options: { readonly person?: string; readonly json?: boolean }) => {
        const named = await chainNamed(connection, chain);
        const plan = await readPlan(connection.store, named.planId);
        const by = await actorFor(connection.store, plan, { seat: 'admin', person: options.person });
        await engineOf(connection).resume(named, by).catch(refusal);
        output(options, { chain, resumed: true }, () => print(`已恢复 ${chain}，它将重新读取留痕链后继续办理`));
      }),
    );
}

async function chainNamed({ store }: Connection, chain: string): Promise<ChainOfPlan> {
  const [, kind, id = ''] = /^(task|plan|order)\/([0-9a-f-]{36})$/.exec(chain) ?? [];
  if (kind === undefined)
    throw new UsageError(`“${chain}”不是任务、工作要点或者文书的名称，应写作 task/编号、plan/编号或者 order/编号。`);
  const { planId } = (await loadChain(store, chain)).state as { readonly planId: string };
  const named = chainOfPlan(kind === 'plan' ? id : planId, chain);
  if (named === null || named.planId === '') throw new UsageError(`没有找到“${chain}”，请核对编号。`);
  return named;
}

function refusal(error: unknown): never {
  if (error instanceof WorkflowNotFoundError)
    throw new RuleViolation('not-running', '引擎中没有该事项的运行记录，无须恢复；下一次办理时会由留痕链重新启动。');
  const { cause } = error instanceof WorkflowUpdateFailedError ? error : {};
  throw cause === undefined ? error : new RuleViolation('not-resumed', cause.message);
}
