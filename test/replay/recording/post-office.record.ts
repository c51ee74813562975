import { expect, it, vi } from 'vitest';
import { testEngine } from '../../support/worker.ts';
import { saveHistory } from './save-history.ts';

it('records a sender that made way for the next after its last round', async () => {
  const engine = await testEngine();
  await engine.startWorker({ deliverLetters: async () => {} });
  const workflowId = `post-office/${engine.taskQueue}`;
  const { firstExecutionRunId } = await engine.client.workflow.start('postOffice', {
    workflowId,
    taskQueue: engine.taskQueue,
    args: [{ n: '1' }],
  });
  await vi.waitFor(
    async () => {
      const { status } = await engine.client.workflow.getHandle(workflowId, firstExecutionRunId).describe();
      if (status.name === 'RUNNING') throw new Error('still in its first run');
    },
    { timeout: 120_000 },
  );
  expect(
    await saveHistory(engine.client, { name: 'postOffice.renewed', workflowId, runId: firstExecutionRunId }),
  ).toBeGreaterThan(0);
  await engine.client.workflow.getHandle(workflowId).terminate();
  await engine.close();
});
