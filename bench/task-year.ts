import type { Client } from '@temporalio/client';
import { DefaultLogger, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { readDrafts } from '../store/plan/breakdown.ts';
import { bundleWorkflows } from '../worker/workflow-bundle.ts';
import { type BenchDuban, noticeOf } from './bench-duban.ts';
import { rounded } from './quantiles.ts';
import { rehearseOrdinary } from './rehearse.ts';

/** What the year of one task leaves in the engine, all runs together, and what it costs to read one run again. */
export interface HistoryFigures {
  readonly historyEvents: number;
  readonly historyBytes: number;
  /** Of the longest run. */
  readonly replayCpuMs: number;
}

// One lead and two supporting units, who all do what is asked in time.
const oneLead = `关于印发《2022年镇江市数字经济发展工作要点》的通知
2022年8月22日
一、重点工作
1.加强5G建设。新建5G基站1400个。(市科技局牵头,市发改委、市财政局按职责分工负责)`;

/** Plays the year of a notice with one task and looks at the histories that it left. */
export async function historyFigures(duban: BenchDuban): Promise<HistoryFigures> {
  const { planId } = await rehearseOrdinary(duban, noticeOf(oneLead));
  const [task] = await readDrafts(duban.store, planId);
  if (task === undefined) throw new Error('the notice of one task gave none');
  const runs = await runsOf(duban.client, `task/${task.taskId}`);
  const longest = runs.toSorted((a, b) => b.events - a.events)[0];
  if (longest === undefined) throw new Error('a task that was played has no run');
  const bundle = await bundleWorkflows(new DefaultLogger('ERROR', () => {}));
  return {
    historyEvents: sum(runs.map(({ events }) => events)),
    historyBytes: sum(runs.map(({ bytes }) => bytes)),
    replayCpuMs: rounded(await replayCpuMs(bundle, longest.history)),
  };
}

interface Run {
  readonly history: unknown;
  readonly events: number;
  readonly bytes: number;
}

/** The runs of a workflow, the last one first: each says which run it goes on from. */
async function runsOf(client: Client, workflowId: string, runId?: string): Promise<readonly Run[]> {
  const handle = client.workflow.getHandle(workflowId, runId);
  const history = await handle.fetchHistory();
  const { historySize: bytes = 0 } = await handle.describe();
  const events = history.events ?? [];
  const before = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
  const earlier =
    before === undefined || before === null || before === '' ? [] : await runsOf(client, workflowId, before);
  return [{ history, events: events.length, bytes }, ...earlier];
}

const replays = 40;

// Replaying once more than before costs this much more: what a replayer needs to begin is not a run's cost.
async function replayCpuMs(bundle: WorkflowBundleOption, history: unknown): Promise<number> {
  await cpuOfReplays(bundle, history, replays);
  const one = await cpuOfReplays(bundle, history, 1);
  const many = await cpuOfReplays(bundle, history, replays + 1);
  return (many - one) / replays;
}

async function cpuOfReplays(bundle: WorkflowBundleOption, history: unknown, times: number): Promise<number> {
  const copies = Array.from({ length: times }, (_, index) => ({ workflowId: `replay-${index}`, history }));
  const before = process.cpuUsage();
  for await (const { error } of Worker.runReplayHistories({ workflowBundle: bundle }, copies)) {
    if (error) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
