import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { instant } from '../../domain/instant.ts';
import { commitmentOf, putContents, readContents } from '../../store/content.ts';
import { eraseContent } from '../../store/registry/erase-content.ts';
import { openStore } from '../../store/store.ts';
import { freshDatabase } from '../support/database.ts';

describe('texts beside the chains', async () => {
  const { appUrl } = await freshDatabase();
  const store = openStore({ url: appUrl, size: 3, name: 'test' });
  afterAll(() => store.close());

  const put = (text: string, more: Partial<Parameters<typeof putContents>[1][number]> = {}) =>
    putContents(store.pool, [{ contentId: randomUUID(), planId: null, path: null, text, ...more }]);
  const steppedPlan = async (seed: string) => {
    const planId = randomUUID();
    await store.pool.query(`INSERT INTO plan_clock VALUES ($1, '2022-08-15T01:00:00.000Z', $2)`, [planId, seed]);
    return planId;
  };
  const admin = { personId: randomUUID(), seat: 'admin', unitId: randomUUID() } as const;
  const erasure = { by: admin, at: instant('2026-01-01T00:00:00.000Z'), transport: 'test' };

  it('are committed to with a salt, so that equal texts have different commitments', async () => {
    const [[one], [other]] = [await put('同一句话'), await put('同一句话')];
    expect(one?.commitment).not.toBe(other?.commitment);
    const { rows } = await store.pool.query('SELECT salt, text, commitment FROM content WHERE id = $1', [
      one?.contentId,
    ]);
    expect(rows[0].commitment).toBe(commitmentOf(rows[0].salt, '同一句话'));
  });

  it('are kept once under an id, and refused with other words', async () => {
    const contentId = randomUUID();
    const [first] = await put('第一句', { contentId });
    expect(await put('第一句', { contentId })).toEqual([first]);
    await expect(put('第二句', { contentId })).rejects.toMatchObject({ code: 'other-content' });
    expect((await readContents(store, [contentId])).get(contentId)).toEqual({ text: '第一句', erasedGround: null });
  });

  it('are committed to alike in two rehearsals from the same seed, and not from another', async () => {
    const commitmentFrom = async (seed: string) =>
      (await put('完成', { planId: await steppedPlan(seed), path: 'report/1' }))[0]?.commitment;
    const first = await commitmentFrom('seed-1');
    expect(await commitmentFrom('seed-1')).toBe(first);
    expect(await commitmentFrom('seed-2')).not.toBe(first);
  });

  it('do not take the place of another text of the same rehearsal', async () => {
    const planId = await steppedPlan('seed');
    await put('完成', { planId, path: 'report/1' });
    await expect(put('未完成', { planId, path: 'report/1' })).rejects.toMatchObject({ code: 'content-path-taken' });
  });

  it('are refused where no database can hold them', async () => {
    await expect(put('前\u0000后')).rejects.toMatchObject({ code: 'unstorable-text' });
  });

  it('are erased for good with a ground, which the registry’s chain records once', async () => {
    const [ref] = await put('个人信息');
    const contentId = ref?.contentId ?? '';
    await eraseContent(store, { contentId, ground: '保存期满', ...erasure });
    await eraseContent(store, { contentId, ground: '再次', ...erasure });
    expect((await readContents(store, [contentId])).get(contentId)).toEqual({ text: null, erasedGround: '保存期满' });
    const { rows } = await store.pool.query(`SELECT body -> 'event' AS event FROM event WHERE chain = 'registry'`);
    expect(rows).toEqual([
      { event: { type: 'contentErased', contentId, ground: '保存期满', by: admin, at: erasure.at } },
    ]);
  });

  it.each([
    { what: 'without a ground', change: { ground: ' ' }, code: 'reason-missing' },
    {
      what: 'by who is not the administrator',
      change: { by: { ...admin, seat: 'office' as const } },
      code: 'not-permitted',
    },
    { what: 'that nobody kept', change: { contentId: randomUUID() }, code: 'unknown-content' },
  ])('are not erased $what', async ({ change, code }) => {
    const [ref] = await put('个人信息');
    const asked = { contentId: ref?.contentId ?? '', ground: '保存期满', ...erasure, ...change };
    await expect(eraseContent(store, asked)).rejects.toMatchObject({ code });
    expect((await readContents(store, [ref?.contentId ?? ''])).get(ref?.contentId ?? '')?.text).toBe('个人信息');
  });
});
