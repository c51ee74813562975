import { inject } from 'vitest';
import type { TemporalService } from './services.ts';

/**
 * The one Temporal server of this run, started by the first test file that asks. All files share its namespace: take a
 * task queue and workflow ids of your own.
 */
export async function temporalServer(): Promise<TemporalService> {
  const response = await fetch(`${inject('servicesUrl')}/temporal`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as TemporalService;
}
