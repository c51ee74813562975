import { randomUUID } from 'node:crypto';
import { DefaultLogger, NativeConnection, type Worker } from '@temporalio/worker';
import { quarterOf } from '../domain/calendar/quarter.ts';
import { contentHash } from '../domain/canonical.ts';
import { dayOf } from '../domain/instant.ts';
import { plainDate } from '../domain/plain-date.ts';
import type { WriteSummary } from '../domain/task/task-command.ts';
import { putContents } from '../store/content.ts';
import { readDrafts } from '../store/plan/breakdown.ts';
import { readPlanClock } from '../store/plan/plan-clock.ts';
import { seatHolders } from '../store/registry/seats.ts';
import { createWorker } from '../worker/create-worker.ts';
import { dataConverter } from '../worker/data-converter.ts';
import { bundleWorkflows } from '../worker/workflow-bundle.ts';
import { type Envelope, actOnTask } from '../workflows/messages.ts';
import { attributesOf } from '../workflows/search-attributes.ts';
import { bareActivities, wholeActivities } from './bare-engine.ts';
import { type BenchDuban, wholeNotice } from './bench-duban.ts';
import { type Quantiles, quantilesOf, rounded } from './quantiles.ts';
import { rehearseOrdinary } from './rehearse.ts';

/** How long an update of a task takes, and the same update where `append` records nothing: the engine's own time. */
export interface UpdateFigures {
  readonly whole: Quantiles;
  readonly bare: Quantiles;
  /** `whole` to `bare`, of the middle: what the ledger adds to the engine. */
  readonly ratio: number;
}

/** By one caller alone, and by sixteen at once, each on a task of its own. */
export interface LatencyFigures {
  readonly alone: UpdateFigures;
  readonly sixteenCallers: UpdateFigures;
}

type Kind = 'whole' | 'bare';

/** Issues the whole notice, then writes summaries on its tasks through workers of both kinds, one after the other. */
export async function latencyFigures(duban: BenchDuban): Promise<LatencyFigures> {
  const { planId } = await rehearseOrdinary(duban, wholeNotice(), plainDate('2022-08-22'));
  const envelopes = await summariesOf(duban, planId);
  const connection = await NativeConnection.connect({ address: duban.running.parts.temporalAddress });
  const workers = await Promise.all([workerOf(duban, connection, 'bare'), workerOf(duban, connection, 'whole')]);
  const runs = workers.map((worker) => worker.run());
  try {
    const callers = await startWriters(duban, planId, envelopes);
    return {
      alone: await figuresOf(duban, callers.slice(0, 1), 120),
      sixteenCallers: await figuresOf(duban, callers, 30),
    };
  } finally {
    for (const worker of workers) worker.shutdown();
    await Promise.all(runs);
    await connection.close();
  }
}

/** One caller's task, and what it asks of it again and again. */
interface Caller {
  readonly taskId: string;
  readonly envelope: () => Envelope<WriteSummary>;
}

// The one act on a task that may be repeated as often as one likes: its first-named lead writes the summary again.
async function summariesOf({ store }: BenchDuban, planId: string): Promise<readonly Caller[]> {
  const reading = await readPlanClock(store, planId);
  if (reading.clock === 'real') throw new Error('the plan of a benchmark is stepped');
  const { instant: receivedAt } = reading;
  const officers = await seatHolders(store, { planId, day: dayOf(receivedAt) }, { seat: 'officer' });
  const [text] = await putContents(store.pool, [
    { contentId: randomUUID(), planId, path: 'bench/summary', text: '各项工作按计划推进，未发现需要协调的问题。' },
  ]);
  const drafts = await readDrafts(store, planId, { limit: 16 });
  return drafts.flatMap(({ taskId, parties }) => {
    const [lead] = parties.filter(({ role }) => role === 'lead').toSorted((a, b) => a.order - b.order);
    const officer = officers.find(({ unitId }) => unitId === lead?.unitId);
    if (officer === undefined || text === undefined) return [];
    const { personId, seat, unitId } = officer;
    const period = quarterOf(dayOf(receivedAt));
    const command: WriteSummary = { type: 'writeSummary', period, text, by: { personId, seat, unitId } };
    const identity = { contentHash: contentHash(command), receivedAt };
    return [{ taskId, envelope: () => ({ commandId: randomUUID(), ...identity, command }) }];
  });
}

async function workerOf({ store, env }: BenchDuban, connection: NativeConnection, kind: Kind): Promise<Worker> {
  return createWorker({
    connection,
    namespace: env.TEMPORAL_NAMESPACE,
    taskQueue: queueOf(kind),
    activities: kind === 'bare' ? bareActivities(store) : wholeActivities(store),
    workflowBundle: await bundleWorkflows(new DefaultLogger('ERROR', () => {})),
    dataConverter: dataConverter(),
  });
}

// Beside the tasks' own writers, which rest meanwhile: the same code on the same ledger.
async function startWriters(
  { client }: BenchDuban,
  planId: string,
  callers: readonly Caller[],
): Promise<readonly Caller[]> {
  for (const { taskId } of callers) {
    for (const kind of ['bare', 'whole'] as const) {
      await client.workflow.start('task', {
        workflowId: workflowOf(kind, taskId),
        taskQueue: queueOf(kind),
        args: [{ taskId }],
        typedSearchAttributes: attributesOf(planId),
      });
    }
  }
  return callers;
}

async function figuresOf(duban: BenchDuban, callers: readonly Caller[], times: number): Promise<UpdateFigures> {
  await timesOf(duban, callers, { kind: 'bare', times: 5 });
  await timesOf(duban, callers, { kind: 'whole', times: 5 });
  const bare = quantilesOf(await timesOf(duban, callers, { kind: 'bare', times }));
  const whole = quantilesOf(await timesOf(duban, callers, { kind: 'whole', times }));
  return { whole, bare, ratio: rounded(whole.p50 / bare.p50) };
}

async function timesOf(
  { client }: BenchDuban,
  callers: readonly Caller[],
  { kind, times }: { readonly kind: Kind; readonly times: number },
): Promise<readonly number[]> {
  const ofOne = async ({ taskId, envelope }: Caller): Promise<readonly number[]> => {
    const handle = client.workflow.getHandle(workflowOf(kind, taskId));
    const taken: number[] = [];
    for (let done = 0; done < times; done += 1) {
      const args: [Envelope<WriteSummary>] = [envelope()];
      const began = performance.now();
      await handle.executeUpdate(actOnTask, { args, updateId: args[0].commandId });
      taken.push(performance.now() - began);
    }
    return taken;
  };
  return (await Promise.all(callers.map(ofOne))).flat();
}

function queueOf(kind: Kind): string {
  return `bench-${kind}`;
}

function workflowOf(kind: Kind, taskId: string): string {
  return `bench/${kind}/${taskId}`;
}
