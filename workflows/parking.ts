import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { condition, isCancellation, log, upsertSearchAttributes } from '@temporalio/workflow';
import { stateAttribute } from './search-attributes.ts';

/** Thrown by a writer that would go round for ever, or could never begin: parked, so that somebody sees it. */
export class CannotGoOn extends Error {}

/** Why a chain cannot go on by itself: an activity that no retry can cure, or a rule at odds with itself. Null for anything else. */
export function reasonToPark(error: unknown): string | null {
  if (error instanceof CannotGoOn) return error.message;
  if (isCancellation(error) || !(error instanceof ActivityFailure)) return null;
  const { cause } = error;
  return cause instanceof ApplicationFailure ? `${cause.type ?? ''}：${cause.message}` : error.message;
}

/** What `parkUntilResumed` needs to show that the chain waits. */
export interface ParkingPlace {
  readonly chain: string;
  readonly reason: string;
  readonly isResumed: () => boolean;
  readonly noteParked: (note: { readonly chain: string; readonly reason: string | null }) => Promise<void>;
}

/** Shows the chain as 需人工处理 and waits for the operator; a workflow that failed instead would be a year of waiting lost. */
export async function parkUntilResumed({ chain, reason, isResumed, noteParked }: ParkingPlace): Promise<void> {
  log.error('parked', { chain, reason });
  upsertSearchAttributes([{ key: stateAttribute, value: 'needs-attention' }]);
  await showing(() => noteParked({ chain, reason }));
  await condition(isResumed);
  upsertSearchAttributes([{ key: stateAttribute, value: 'running' }]);
  await showing(() => noteParked({ chain, reason: null }));
}

// The search attribute shows it too: a store that cannot even note the reason must not end the workflow.
async function showing(note: () => Promise<void>): Promise<void> {
  try {
    await note();
  } catch (error) {
    if (reasonToPark(error) === null) throw error;
    log.error('parking could not be noted', { error });
  }
}
