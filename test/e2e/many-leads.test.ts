import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '../../domain/plain-date.ts';
import { lightSentence } from '../../domain/task/light-sentence.ts';
import { taskLight } from '../../domain/task/task-light.ts';
import { readScenario } from '../../seeds/scenario-files.ts';
import { unitRegister } from '../../store/registry/units.ts';
import { type TaskPage, taskIdOf, taskPage } from '../../store/task/task-page.ts';
import { obligationsOf } from './played-year.ts';
import { type RehearsalStage, playTimeoutMs, rehearsalStage } from './rehearsal-stage.ts';

describe('task 14, which four units lead at four speeds, after its third quarter', () => {
  let stage: RehearsalStage;
  let planId: string;
  let page: TaskPage;
  let nameOf: (unitId: string) => string;

  beforeAll(async () => {
    stage = await rehearsalStage();
    const until = plainDate('2022-10-21');
    planId = await stage.play({ ...readScenario('many-leads'), until });
    const taskId = await taskIdOf(stage.store, planId, '14');
    page = await taskPage(stage.store, taskId ?? '');
    const units = await unitRegister(stage.store, { planId, day: until });
    nameOf = (unitId) => units.find((unit) => unit.unitId === unitId)?.name ?? unitId;
  }, playTimeoutMs);
  afterAll(() => stage.close());

  it('gets a row from the return of each of the four, one of them late', async () => {
    const rows = (await obligationsOf(stage.store, planId)).filter(
      ({ task, kind, period }) => task === '14' && kind === 'progress' && period === '2022Q3',
    );
    expect(rows.map(({ unit, submittedOn, late }) => `${unit} ${submittedOn} ${late}`).toSorted()).toEqual([
      'chengguanju 2022-10-10 false',
      'jiaotongju 2022-10-10 false',
      'yingjiju 2022-10-13 true',
      'zhujianju 2022-10-10 false',
    ]);
    const { rows: acts } = await stage.store.pool.query<{ readonly acts: number }>(
      `SELECT count(DISTINCT act) AS acts FROM obligation JOIN task USING (task_id)
       WHERE obligation.plan_id = $1 AND number = '14' AND kind = 'progress' AND period = '2022Q3'`,
      [planId],
    );
    expect(acts).toEqual([{ acts: 4 }]);
  });

  it('shows one light, the worst of the four, and its sentence names 市城管局 and what it missed', () => {
    const lights = page.state.subjects.map(({ unitId, light }) => `${nameOf(unitId)} ${light?.light}`);
    expect(lights.toSorted()).toEqual([
      '市交通运输局 on-track',
      '市住建局 on-track',
      '市城管局 far-behind',
      '市应急管理局 on-track',
    ]);
    const whole = taskLight(page.state.subjects, nameOf);
    expect(whole?.light).toBe('far-behind');
    expect(whole?.sentence).toMatch(
      /^全任务亮灯取最差一行，为市城管局“.+”，严重滞后：共3个里程碑，已完成0个，逾期2个：/,
    );
    expect(whole?.sentence).toContain('规则第1版');
  });

  it('keeps the other three rows’ own sentences', () => {
    const sentences = page.state.subjects
      .filter(({ light }) => light?.light === 'on-track')
      .map(({ light }) => (light === null ? '' : lightSentence(light)));
    expect(sentences).toHaveLength(3);
    expect(sentences.filter((sentence) => !sentence.startsWith('正常：共'))).toEqual([]);
  });
});
