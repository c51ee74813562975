import { sleep } from '@temporalio/workflow';
import { task as present } from '../../workflows/task.ts';

/** The task's workflow with a change that no running task could survive: the replay gate has to refuse it. */
export async function task(input: { readonly taskId: string }): Promise<void> {
  await sleep(1_000);
  await present(input);
}
