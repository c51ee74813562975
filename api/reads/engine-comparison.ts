import { kindOf, readHead } from '../../store/ledger/chain-head.ts';
import type { AppDeps } from '../app-deps.ts';
import type { WriterReport } from '../engine/engine-view.ts';
import type { EngineComparisonBody } from '../schemas/task.ts';

const verdicts: Readonly<Record<EngineComparisonBody['verdict'], string>> = {
  agrees: '引擎运行记录与留痕链一致：位置和校验值相同。',
  behind: '引擎尚未读到留痕链的最新一条，通常稍后即一致；如持续不一致请联系系统管理员。',
  differs: '引擎运行记录与留痕链不一致：同一位置的校验值不同，请立即联系系统管理员核查。',
  unknown: '引擎没有答复，或者已不保留该任务的运行记录；以留痕链为准。',
};

/** What the engine believes of a task's chain beside what the ledger holds. */
export async function engineComparison(
  { store, engineView }: Pick<AppDeps, 'store' | 'engineView'>,
  task: { readonly planId: string; readonly taskId: string },
): Promise<EngineComparisonBody> {
  const report = await engineView.writer(task).catch((): null => null);
  const chain = `task/${task.taskId}`;
  const { seq, hash } = await readHead(store.pool, store.books[kindOf(chain)], chain);
  const ledger = { seq, hash };
  const verdict = verdictOf(report, ledger);
  const {
    workflowId = chain,
    state = 'unreachable',
    runId = null,
    startedAt = null,
    historyEvents = null,
  } = report ?? {};
  const status = report?.status ?? null;
  return {
    workflowId,
    state,
    runId,
    startedAt,
    historyEvents,
    verdict,
    verdictText: verdicts[verdict],
    ledger,
    writer: status === null ? null : { seq: status.seq, hash: status.hash, parkedReason: status.needsAttention },
  };
}

function verdictOf(
  report: WriterReport | null,
  ledger: { readonly seq: number; readonly hash: string },
): EngineComparisonBody['verdict'] {
  const status = report?.status ?? null;
  if (status === null) return 'unknown';
  if (status.seq < ledger.seq) return 'behind';
  return status.seq === ledger.seq && status.hash === ledger.hash ? 'agrees' : 'differs';
}
