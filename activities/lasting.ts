import { ApplicationFailure } from '@temporalio/common';
import { RuleViolation } from '../domain/errors.ts';
import { LedgerConflict } from '../store/ledger/ledger-conflict.ts';

/** An error as the engine should see it: what a rule forbids, or a ledger that lost events, is not cured by trying again; all else may be. */
export function lasting(error: unknown): unknown {
  if (error instanceof RuleViolation) return ApplicationFailure.nonRetryable(error.message, error.code);
  if (error instanceof LedgerConflict) return ApplicationFailure.nonRetryable(error.message, 'LedgerConflict');
  return error;
}

/** Runs the work of an activity; errors that no retry can cure come out as such. */
export async function lastingly<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw lasting(error);
  }
}
