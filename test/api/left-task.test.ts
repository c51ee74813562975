import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterPageBody } from '../../api/schemas/register.ts';
import type { SearchResultBody } from '../../api/schemas/coming.ts';
import type { TaskPageBody, TimelinePageBody } from '../../api/schemas/task.ts';
import { officer, clerk, head, issue, leader, on, type RehearsedPlan, rehearse } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, bodyOf, signedInAs } from './api-bed.ts';

const leftAt = on('2022-08-25', 11);

describe('a unit that has left a task', () => {
  let bed: ApiBed;
  let plan: RehearsedPlan;
  let ask: Ask;
  let office: Ask;
  beforeAll(async () => {
    bed = await apiBed();
    plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    [ask, office] = [await signedInAs(bed, officer), await signedInAs(bed, clerk)];
    const changeId = randomUUID();
    const reason = await plan.write('decline/reason', '职责不在本单位。');
    const change = { kind: 'decline', unitId: head.unitId } as const;
    const { unitId: leadershipUnitId } = leader;
    await plan.actOnTask(
      '2',
      { type: 'requestChange', by: head, changeId, change, reason, leadershipUnitId },
      on('2022-08-25'),
    );
    const basis = await plan.write('decline/basis', '同意退办。');
    const decided = { outcome: 'granted', reason: basis, replacementId: null } as const;
    await plan.actOnTask('2', { type: 'decideChange', by: leader, changeId, ...decided }, leftAt);
    const text = await plan.write('instruction', '抓紧推进。');
    await plan.actOnTask('2', { type: 'recordInstruction', by: leader, text }, on('2022-08-26'));
    await plan.advance(on('2022-08-30'));
  });
  afterAll(() => bed.close());

  const task = () => `/api/plans/${plan.planId}/tasks/${plan.taskId('2')}`;
  const register = async (by: Ask, query = '') =>
    (await bodyOf<RegisterPageBody>(await by(`/api/plans/${plan.planId}/register?${query}`))).rows.map(
      ({ number }) => number,
    );

  it('reads it as it was then, whatever moment it asks for, and the office as it is', async () => {
    for (const query of ['', `?at=${on('2022-08-30')}`, `?recordedAt=${on('2022-08-30')}`]) {
      const page = await bodyOf<TaskPageBody>(await ask(`${task()}${query}`));
      expect(page.asOf, query).toEqual({ basis: 'at', moment: leftAt });
    }
    const earlier = await bodyOf<TaskPageBody>(await ask(`${task()}?at=${on('2022-08-23')}`));
    expect(earlier.parties.map(({ unit }) => unit.unitId)).toContain(officer.unitId);
    expect((await bodyOf<TaskPageBody>(await office(task()))).asOf).toBeNull();
  });

  it('reads what happened until then, and nothing later', async () => {
    const typesFor = async (by: Ask) =>
      (await bodyOf<TimelinePageBody>(await by(`${task()}/timeline?size=200`))).rows.map(({ type }) => type);
    expect(await typesFor(office)).toContain('instructionGiven');
    const seen = await typesFor(ask);
    expect(seen).toContain('changeDecided');
    expect(seen).not.toContain('instructionGiven');
  });

  it('finds it in the register of a day on which it had a part, and not in the present one or by searching', async () => {
    expect(await register(office)).toEqual(['1', '2']);
    expect(await register(ask)).toEqual(['1']);
    expect(await register(ask, `at=${on('2022-08-24')}`)).toEqual(['1', '2']);
    expect(await register(ask, `at=${on('2022-08-29')}`)).toEqual(['1']);
    const found = async (by: Ask) =>
      (await bodyOf<SearchResultBody>(await by(`/api/search?planId=${plan.planId}&words=产业园`))).results.length;
    expect([await found(office), await found(ask)]).toEqual([1, 0]);
  });
});

describe('the register of an earlier day', () => {
  it('is sorted as the present one is', async () => {
    const bed = await apiBed();
    const plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    await plan.advance(on('2022-08-30'));
    const office = await signedInAs(bed, clerk);
    for (const sort of ['position', 'due', 'light', 'overdue']) {
      for (const order of ['asc', 'desc']) {
        const numbers = async (past: string) => {
          const address = `/api/plans/${plan.planId}/register?sort=${sort}&order=${order}${past}`;
          return (await bodyOf<RegisterPageBody>(await office(address))).rows.map(({ number }) => number);
        };
        expect(await numbers(`&at=${on('2022-08-30')}`), `${sort} ${order}`).toEqual(await numbers(''));
      }
    }
    await bed.close();
  });
});

describe('a search', () => {
  it('finds plans by title and number, and the units of a rehearsed plan on its own day', async () => {
    const bed = await apiBed();
    const plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    const ask = await signedInAs(bed, officer);
    const search = async (query: string) =>
      (await bodyOf<SearchResultBody>(await ask(`/api/search?${query}`))).results.map(({ kind, title }) => [
        kind,
        title,
      ]);
    expect(await search('words=镇数字发')).toEqual([['plan', '工作要点']]);
    expect(await search(`planId=${plan.planId}&words=工信`)).toContainEqual(['unit', '市工信局']);
    expect((await ask(`/api/search?planId=${randomUUID()}&words=5G`)).status).toBe(404);
    await bed.close();
  });
});
