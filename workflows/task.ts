import { continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import { assertTaskMayEnter, decideTask } from '../domain/task/decide.ts';
import { taskBook } from '../domain/task/task-book.ts';
import type { TaskAct, TaskCommand } from '../domain/task/task-command.ts';
import type { TaskEvent } from '../domain/task/task-event.ts';
import type { TaskState } from '../domain/task/task-state.ts';
import { actOnTask } from './messages.ts';
import { ledgerRetry } from './ledger-retry.ts';
import { taskWorkflowId } from './workflow-ids.ts';
import { writeChain } from './writer-loop.ts';

const { loadTask, append, findAnswer, noteParked } = proxyActivities<Activities>(ledgerRetry);

/** One task 工作任务, from issue 交办 to its ending. Lives for months, as a chain of runs; each begins by reading its ledger. */
export async function task({ taskId }: { readonly taskId: string }): Promise<void> {
  const outcome = await writeChain<TaskState, TaskEvent, TaskCommand, TaskAct>({
    chain: taskWorkflowId(taskId),
    book: taskBook,
    decide: decideTask,
    lastAt: ({ lastAt }) => lastAt,
    ledger: { open: () => loadTask({ taskId }), append, findAnswer, noteParked },
    act: actOnTask,
    mayEnter: assertTaskMayEnter,
    hasEnded: ({ phase }) => phase === 'ended',
    wake: { type: 'wake' },
    retime: { type: 'retime' },
    failureNote: ({ letterId, key, failureClass }) => ({ type: 'noteDeliveryFailure', letterId, key, failureClass }),
  });
  if (outcome === 'renew') await continueAsNew<typeof task>({ taskId });
}
