import { allHandlersFinished, condition, continueAsNew, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';

// One round lasts up to an hour: this is some eight days and a few thousand events.
const roundsOfOneRun = 200;

const { deliverLetters } = proxyActivities<Activities>({
  // A round returns by itself after an hour; the rest is a mail in flight.
  startToCloseTimeout: '75 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});

/** Keeps a sender alive. Two of them at once never send a mail twice: claims in the database see to that. */
export async function postOffice({ n }: { readonly n: string }): Promise<void> {
  for (let round = 0; round < roundsOfOneRun; round += 1) await deliverLetters();
  await condition(allHandlersFinished);
  await continueAsNew<typeof postOffice>({ n });
}
