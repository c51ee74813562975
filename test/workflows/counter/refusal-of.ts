import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';

/** The refusal that an update came to. */
export async function refusalOf(update: Promise<unknown>): Promise<string> {
  const error = await update.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure)
    return error.cause.type ?? '';
  throw new Error(`no refusal but ${String(error)}`);
}
