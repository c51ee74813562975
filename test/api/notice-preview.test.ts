import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
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

  const previewed = async (
    actor: typeof clerk,
    fileName: string,
    body: string | Uint8Array<ArrayBuffer>,
    more = '',
  ) => {
    const ask = await signedInAs(bed, actor);
    const headers = { origin, 'content-type': 'application/octet-stream' };
    return ask(`/api/notice-previews?fileName=${encodeURIComponent(fileName)}${more}`, {
      method: 'POST',
      headers,
      body,
    });
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

  it('is a workbook whose columns can be read as others than they were taken for', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('任务表');
    sheet.addRow(['2022年重点任务分解表']);
    sheet.addRow(['序号', '工作任务', '谁来办', '配合单位']);
    sheet.addRow([1, '建设城市感知网络，年内新增站点10个', '市工信局', '市发改委']);
    sheet.addRow([2, '推进企业上云，年内新增企业20家', '市科技局', '市发改委']);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const seen = noticePreview.parse(await (await previewed(clerk, '2022年任务表.xlsx', bytes)).json());
    expect(seen.sheets[0]?.columns[2]).toMatchObject({ column: 'C', heading: '谁来办', meaning: null });
    const said = [{ sheet: '任务表', headings: { C: '牵头单位' } }];
    const query = `&corrections=${encodeURIComponent(JSON.stringify(said))}`;
    const told = noticePreview.parse(await (await previewed(clerk, '2022年任务表.xlsx', bytes, query)).json());
    expect(told.sheets[0]?.columns[2]).toMatchObject({ readAs: '牵头单位', meaning: '牵头单位' });
    const leads = (of: typeof told) =>
      of.tasks.map(({ parties }) => parties.filter(({ role }) => role === 'lead').length);
    expect([leads(seen), leads(told)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    const broken = await previewed(clerk, '2022年任务表.xlsx', bytes, '&corrections=nothing');
    expect(broken.status).toBe(400);
  });

  it('takes the year from its name where the text names none', async () => {
    const text = '1.建设平台，年内建成平台5个。(市工信局牵头)\n';
    const told = await previewed(clerk, '2022年任务分解表.txt', text);
    expect([told.status, await told.json()]).toMatchObject([200, { planYear: 2022 }]);
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
