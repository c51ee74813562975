import { Connection, type ConnectionOptions } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import type { Child, ProcessGroup } from './process-group.ts';
import { temporalProgram } from './temporal-program.ts';
import { untilReady } from './until-ready.ts';

export interface TemporalPlan {
  readonly group: ProcessGroup;
  readonly port: number;
  readonly logFile: string;
  readonly namespace: string;
  /** The file that holds everything; null keeps it in memory, which is faster and gone with the process. */
  readonly dbFile: string | null;
}

/** Starts Temporal's server on the loopback address and waits until the namespace can be used. */
export async function startTemporalServer(plan: TemporalPlan): Promise<Child> {
  const child = plan.group.start({
    name: 'Temporal 服务端',
    command: temporalProgram(),
    args: argsOf(plan),
    logFile: plan.logFile,
  });
  await untilReady(child, plan.logFile, () => namespaceAnswers({ address: `127.0.0.1:${plan.port}` }, plan.namespace));
  await keepClosedRuns(plan);
  return child;
}

// The server drops closed runs after a day; an operator wants to look into those of the last quarter.
async function keepClosedRuns({ port, namespace }: TemporalPlan): Promise<void> {
  const connection = await Connection.connect({ address: `127.0.0.1:${port}` });
  const config = { workflowExecutionRetentionTtl: msToTs('90 days') };
  await connection.workflowService.updateNamespace({ namespace, config });
  await connection.close();
}

function argsOf({ port, namespace, dbFile }: TemporalPlan): readonly string[] {
  const address = ['--headless', '--ip', '127.0.0.1', '--port', String(port), '--namespace', namespace];
  // A file with a write-ahead log, written through at every commit, is a third faster than SQLite's default.
  const storage = [
    '--db-filename',
    dbFile ?? '',
    '--sqlite-pragma',
    'journal_mode=wal',
    '--sqlite-pragma',
    'synchronous=2',
  ];
  // The default reads each shard's queue 20 times a second at most, which more than doubles the time of an update.
  const speed = ['--dynamic-config-value', 'history.transferProcessorMaxPollRPS=1000'];
  // The answer to a workflow task brings its activities along: they are durable by then, and need no second trip through a queue.
  const eager = ['--dynamic-config-value', 'system.enableActivityEagerExecution=true'];
  const quiet = ['--log-level', 'warn', '--log-format', 'json', '--disable-config-file', '--disable-config-env'];
  return ['server', 'start-dev', ...address, ...(dbFile === null ? [] : storage), ...speed, ...eager, ...quiet];
}

/** Whether the server answers for `namespace` now. */
export async function namespaceAnswers(options: ConnectionOptions, namespace: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ ...options, connectTimeout: '2 seconds' });
    try {
      await connection.workflowService.describeNamespace({ namespace });
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}
