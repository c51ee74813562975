import { fileURLToPath } from 'node:url';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleWorkflows } from '../../worker/workflow-bundle.ts';
import * as workflows from '../../workflows/index.ts';
import { recordedHistories, replayFailures } from './histories.ts';

const quiet = new DefaultLogger('ERROR', () => {});
const recorded = recordedHistories();
const own = recorded.filter(({ type }) => type in workflows);
const counters = recorded.filter(({ type }) => type === 'counter');

beforeAll(() => Runtime.install({ logger: quiet, telemetryOptions: { logging: { filter: 'OFF', forward: {} } } }));

describe('recorded histories', () => {
  it.each(Object.keys(workflows))('hold a run of the workflow %s', (type) => {
    expect(own.filter((history) => history.type === type)).not.toEqual([]);
  });

  it('hold nothing that no gate looks at', () => {
    expect(recorded.filter((history) => !own.includes(history) && !counters.includes(history))).toEqual([]);
  });

  it('replay on the present workflow code', async () => {
    expect(await replayFailures(await bundleWorkflows(quiet), own)).toEqual([]);
  });

  it('of the bare writer loop replay too', async () => {
    const path = fileURLToPath(new URL('../workflows/counter/counter-workflow.ts', import.meta.url));
    expect(counters).not.toEqual([]);
    expect(await replayFailures(await bundleWorkflows(quiet, path), counters)).toEqual([]);
  });

  it('fail on a workflow that asks its questions in another order', async () => {
    const path = fileURLToPath(new URL('./changed-workflows.ts', import.meta.url));
    const tasks = recorded.filter(({ type }) => type === 'task');
    const failures = await replayFailures(await bundleWorkflows(quiet, path), tasks);
    expect(failures).toHaveLength(tasks.length);
    expect(failures.every((failure) => failure.includes('Nondeterminism'))).toBe(true);
  });
});
