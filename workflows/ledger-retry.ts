import type { ActivityOptions } from '@temporalio/common';

/**
 * How activities on the ledger are tried: one transaction takes milliseconds, so ten seconds without an answer mean a dead worker or
 * a database away. Tries have no end, because an outage has none that we know, and come at least every ten seconds.
 */
export const ledgerRetry: ActivityOptions = {
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '10 seconds' },
};
