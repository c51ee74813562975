import { RuleViolation } from '../domain/errors.ts';
import { atHour } from '../domain/instant.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import type { Scenario } from '../domain/rehearsal/scenario.ts';
import { type RehearsalRun, pauseRehearsal, rehearsalRun, startRehearsal } from '../api/engine/rehearsals.ts';
import { watchRehearsal, type Progress } from '../embedded/watch-rehearsal.ts';
import { type ImportedPlan, importNotice } from '../store/plan/import-notice.ts';
import type { ImportedNotice } from '../store/plan/import-plan.ts';
import { seatHolders } from '../store/registry/seats.ts';
import type { Store } from '../store/store.ts';
import type { Connection } from './connection.ts';

/** Takes a notice in as a plan on a stepped clock that begins on the scenario's first morning, at eight or some minutes later. */
export async function importRehearsal(
  store: Store,
  notice: ImportedNotice,
  scenario: Scenario,
  { planId, startsAtMinute = 0 }: { readonly planId?: string; readonly startsAtMinute?: number } = {},
): Promise<ImportedPlan> {
  const startsAt = atHour(scenario.start, 8, startsAtMinute);
  return importNotice(store, {
    ...(planId === undefined ? {} : { planId }),
    notice,
    clock: { startsAt, seed: String(scenario.seed), scenario: scenario.name },
    by: await firstOfOffice(store, scenario.start),
    recordedAt: startsAt,
    transport: 'rehearsal',
  });
}

/** The person of the coordination office who acts where a command names nobody. */
export async function firstOfOffice(store: Store, day: PlainDate) {
  const holders = await seatHolders(store, { planId: null, day }, { seat: 'office' });
  const [first] = holders.toSorted((a, b) => (a.personKey < b.personKey ? -1 : 1));
  if (first === undefined) throw new RuleViolation('no-office', '登记簿中没有领导小组办公室的人员，请先登记。');
  return { personId: first.personId, seat: first.seat, unitId: first.unitId };
}

/** What is played, and who hears how it goes. */
export interface Play {
  readonly planId: string;
  readonly people: boolean;
  readonly until: PlainDate | null;
  readonly onProgress: (progress: Progress) => void;
}

/** Plays a plan to its end (or day) and waits for it; refuses with the reason where something stops it. Milliseconds it took. */
export async function play(
  { client, env, store }: Pick<Connection, 'client' | 'env' | 'store'>,
  wish: Play,
): Promise<number> {
  const began = Date.now();
  const { planId, onProgress } = wish;
  const before = await rehearsalRun(client, planId);
  if (stopOf(before) !== null) await pauseRehearsal(client, planId, false);
  await startRehearsal(client, env.TEMPORAL_TASK_QUEUE, wish);
  const isOver = async (): Promise<boolean> => {
    const run = await rehearsalRun(client, planId);
    const reason = stopOf(run);
    if (reason !== null) throw new RuleViolation('rehearsal-stopped', `演练中止：${reason}`);
    return run.state !== 'running';
  };
  await watchRehearsal(store, planId, { onProgress, isOver });
  return Date.now() - began;
}

function stopOf({ status }: RehearsalRun): string | null {
  return status?.stoppedBy ?? null;
}
