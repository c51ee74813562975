import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import { readScenario } from '../../../seeds/scenario-files.ts';
import { curveRows } from '../../../store/read/figures.ts';
import { taskIdOf } from '../../../store/task/task-page.ts';
import { playTimeoutMs } from '../../e2e/rehearsal-stage.ts';
import { lookAt, pictureName } from '../bed/look-at.ts';
import { autumnVisits } from '../bed/visits.ts';
import { type WebStage, webStage } from '../bed/web-stage.ts';

describe('the pages of a plan whose third quarter is being reported', () => {
  let stage: WebStage;
  let planId = '';
  let taskId = '';

  beforeAll(async () => {
    stage = await webStage();
    planId = await stage.play({ ...readScenario('ordinary'), until: plainDate('2022-10-14') });
    taskId = (await taskIdOf(stage.store, planId, '1')) ?? '';
  }, playTimeoutMs);
  afterAll(() => stage.close());

  it.each(autumnVisits)(
    '$who.seat finds $path in every width and size of text without a barrier, a refusal or a request elsewhere',
    { timeout: 120_000 },
    async (visit) => {
      const path = visit.path.replace('PLAN', planId).replace('TASK', taskId);
      expect(await lookAt(stage, { ...visit, path }, pictureName(visit))).toEqual([]);
    },
  );

  it('shows targets in the order of the notice, the ninth task before the tenth', async () => {
    const everything = { planId, taskId: null, reach: { unitId: null, writerId: null } };
    const numbers = (await curveRows(stage.store, everything)).map(({ taskNumber }) => Number(taskNumber));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect([Math.min(...numbers) < 10, Math.max(...numbers) > 10]).toEqual([true, true]);
  });
});
