import { setTimeout as wait } from 'node:timers/promises';
import { rehearsalRun, startRehearsal } from '../../api/engine/rehearsals.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { rehearsalWorkflowId } from '../../workflows/workflow-ids.ts';
import type { CampaignBed } from './campaign-bed.ts';

/** Plays the plan to the scenario's last day, or `until`, whatever becomes of the parts meanwhile; throws where the rehearsal stops. */
export async function playYear(bed: CampaignBed, planId: string, until: PlainDate | null = null): Promise<void> {
  const { client, taskQueue } = bed;
  await startRehearsal(client, taskQueue, { planId, people: true, until });
  for (;;) {
    // An engine that is away, or lost, says nothing about the rehearsal: it is asked again.
    const run = await client
      .withDeadline(Date.now() + 3_000, () => rehearsalRun(client, planId))
      .catch((): null => null);
    if (run?.state === 'over') break;
    const reason = run?.status?.stoppedBy ?? null;
    if (reason !== null) throw new Error(`the rehearsal has stopped: ${reason}`);
    await wait(500);
  }
  await client.workflow.getHandle(rehearsalWorkflowId(planId)).result();
}

/** Plays the plan's year and makes the fault at each moment, counted in events of the plan. */
export async function playDisturbed(
  bed: CampaignBed,
  year: {
    readonly planId: string;
    readonly until: PlainDate | null;
    readonly moments: readonly number[];
    readonly fault: () => Promise<void>;
  },
): Promise<void> {
  let isOver = false;
  const play = playYear(bed, year.planId, year.until).finally(() => (isOver = true));
  const disturb = async (): Promise<void> => {
    for (const moment of year.moments) {
      while ((await eventsOf(bed, year.planId)) < moment) {
        if (isOver) throw new Error(`the rehearsal was over before its ${moment} events`);
        await wait(50);
      }
      await year.fault();
    }
  };
  await Promise.all([play, disturb()]);
}

async function eventsOf({ store }: CampaignBed, planId: string): Promise<number> {
  const { rows } = await store.pool.query<{ readonly events: number }>(
    'SELECT coalesce(sum(seq), 0)::int AS events FROM chain_head WHERE plan_id = $1',
    [planId],
  );
  return rows[0]?.events ?? 0;
}
