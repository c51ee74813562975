import type { Client } from '@temporalio/client';
import { contentHash } from '../../domain/canonical.ts';
import type { Instant } from '../../domain/instant.ts';
import { listPlans } from '../../store/plan/plans.ts';
import type { RegistryEntries } from '../../store/registry/registry-entries.ts';
import type { Store } from '../../store/store.ts';
import { referenceChanged } from '../../workflows/messages.ts';

/**
 * Tells every running chain of real plans to count by newly registered calendars, and returns how many it told. A second telling of
 * the same does nothing, so that one that was cut short is simply done again. Rules bind new plans only.
 */
export async function tellOpenChains(
  { store, client }: { readonly store: Pick<Store, 'pool'>; readonly client: Client },
  { calendars = [] }: RegistryEntries,
  at: Instant,
): Promise<number> {
  if (calendars.length === 0) return 0;
  const change = { version: contentHash({ calendars }), receivedAt: at };
  let told = 0;
  for (const { planId } of (await listPlans(store)).filter(({ clock }) => clock === 'real')) {
    const query = `DubanPlan = '${planId}' AND WorkflowType IN ('task', 'annualPlan', 'order', 'objection') AND ExecutionStatus = 'Running'`;
    for await (const { workflowId } of client.workflow.list({ query })) {
      await client.workflow.getHandle(workflowId).signal(referenceChanged, change);
      told += 1;
    }
  }
  return told;
}
