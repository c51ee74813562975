import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticePreview } from '../../api/schemas/notice-preview.ts';
import { shippedNotice } from '../../seeds/seed-files.ts';
import { clerk, officer } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, apiBed, origin, signedInAs } from './api-bed.ts';

describe('a file that the office looks at before it imports it', () => {
  let bed: ApiBed;
  beforeAll(async () => {
    bed = await apiBed();
  });
  afterAll(() => bed.close());

  const previewed = async (actor: typeof clerk, fileName: string, body: string) => {
    const ask = await signedInAs(bed, actor);
    const headers = { origin, 'content-type': 'application/octet-stream' };
    return ask(`/api/notice-previews?fileName=${encodeURIComponent(fileName)}`, { method: 'POST', headers, body });
  };

  it('is shown with its tasks, open points and everything that was not read, and nothing is kept', async () => {
    const text = readFileSync(shippedNotice, 'utf8');
    const answer = await previewed(clerk, '要点.txt', text);
    expect(answer.status).toBe(200);
    const shown = noticePreview.parse(await answer.json());
    expect(shown).toMatchObject({ kind: 'text', planYear: 2022, text });
    expect(shown.tasks).toHaveLength(26);
    expect(shown.points.filter(({ kind }) => kind === 'orphan-target')).toHaveLength(6);
    expect(shown.coverage.map(({ span }) => text.slice(...span)).join('')).toBe(text);
    const { rows } = await bed.store.pool.query('SELECT FROM plan UNION ALL SELECT FROM notice');
    expect(rows).toEqual([]);
  });

  it('is refused where it names no year or cannot be read', async () => {
    const bare = await previewed(clerk, '要点.txt', '这里没有任务，也没有年度。');
    expect([bare.status, await bare.json()]).toMatchObject([422, { code: 'no-plan-year' }]);
    const broken = await previewed(clerk, '要点.docx', 'PK\u0003\u0004');
    expect(broken.status).toBe(422);
  });

  it('is not shown to a unit', async () => {
    expect((await previewed(officer, '要点.txt', '2022年')).status).toBe(403);
  });
});
