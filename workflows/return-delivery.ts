import { proxyActivities } from '@temporalio/workflow';
import type { RefusedTask } from '../activities/delivery.ts';
import type { Activities } from '../activities/index.ts';
import { ledgerRetry } from './ledger-retry.ts';

// So many tasks of one return are asked at once: it may hold rows of dozens.
const tasksAtATime = 8;

const { loadDelivery, finishDelivery } = proxyActivities<Activities>(ledgerRetry);
const { deliverToTask } = proxyActivities<Activities>({
  // An update that waits behind others of its task still answers within seconds; a parked task answers when it is resumed.
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '200 milliseconds', maximumInterval: '10 seconds' },
});

/** Carries one act on a whole return 季度进展情况表 to its tasks. Ends when every task has answered, with the rows refused noted. */
export async function returnDelivery({ act }: { readonly act: string }): Promise<void> {
  const { taskIds } = await loadDelivery({ act });
  const refused: RefusedTask[] = [];
  for (let first = 0; first < taskIds.length; first += tasksAtATime) {
    const batch = taskIds.slice(first, first + tasksAtATime);
    const answers = await Promise.all(batch.map((taskId) => deliverToTask({ act, taskId })));
    refused.push(...answers.filter((answer) => answer !== null));
  }
  await finishDelivery({ act, refused });
}
