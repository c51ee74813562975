import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuarterDraftBody } from '../../api/schemas/quarter.ts';
import { partOf, runningText } from '../papers/office-parts.ts';
import { type RehearsedPlan, clerk, issue, officer, on, rehearse } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, bodyOf, signedInAs } from './api-bed.ts';

describe('after a quarter in which nobody filed a stage plan', () => {
  let bed: ApiBed;
  let plan: RehearsedPlan;
  let office: Ask;
  let unit: Ask;

  beforeAll(async () => {
    bed = await apiBed();
    plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    await plan.advance(on('2022-10-20', 9));
    office = await signedInAs(bed, clerk);
    unit = await signedInAs(bed, officer);
  });
  afterAll(() => bed.close());

  const quarter = (ask: Ask) => ask(`/api/plans/${plan.planId}/quarters/2022Q3`);
  const print = async (problems: readonly object[], ask = office): Promise<Response> =>
    ask(`/api/plans/${plan.planId}/bulletin`, {
      method: 'POST',
      body: JSON.stringify({ period: '2022Q3', issue: 3, problems }),
    });
  const written = ({ problems }: QuarterDraftBody) =>
    problems.map(({ taskNumber, title, unit: name }) => ({
      taskNumber,
      title,
      unit: name,
      cause: '站址协调未落实。',
      demand: '逐周报送建设进度。',
      until: '2022-11-15',
    }));

  it('drafts a bulletin with what each light demands, and leaves to the office what nobody said: the cause, and the date of what is owed at once', async () => {
    const draft = await bodyOf<QuarterDraftBody>(await quarter(office));
    expect(draft).toMatchObject({ owed: 2, inTime: 0, today: '2022-10-20' });
    expect(draft.missing).toEqual(expect.arrayContaining(['市工信局', '市发改委']));
    expect(draft.problems).toContainEqual(
      expect.objectContaining({ title: '新增5G基站', unit: '市工信局', cause: '', until: null }),
    );
    expect(draft.problems.every(({ demand }) => demand.length > 5)).toBe(true);
  });

  it('prints the causes, demands and dates that the office wrote', async () => {
    const draft = await bodyOf<QuarterDraftBody>(await quarter(office));
    const answer = await print(written(draft));
    expect(answer.status).toBe(200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const text = runningText(await partOf(bytes, 'word/document.xml'));
    for (const part of ['第3期', '站址协调未落实。', '逐周报送建设进度，2022年11月15日前完成。'])
      expect(text).toContain(part);
  });

  it('refuses a bulletin with a problem that has no cause, and one that leaves a problem out', async () => {
    const all = written(await bodyOf<QuarterDraftBody>(await quarter(office)));
    const [first, ...others] = all;
    expect((await print([{ ...first, cause: ' ' }, ...others])).status).toBe(400);
    expect(await (await print(others)).json()).toMatchObject({ code: 'content-changed' });
  });

  it('shows neither draft nor bulletin to a unit', async () => {
    expect((await quarter(unit)).status).toBe(403);
    expect((await print([], unit)).status).toBe(403);
  });

  it('makes a workbook of a table in which a text that begins like a formula is a text', async () => {
    const table = {
      title: '台账',
      planId: plan.planId,
      columns: ['任务', '数'],
      rows: [
        ['=1+1', 5],
        ['@x', null],
      ],
    };
    const answer = await unit('/api/table-workbook', { method: 'POST', body: JSON.stringify(table) });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await answer.arrayBuffer());
    const sheet = workbook.worksheets[0];
    const cells = [4, 5].flatMap((row) => [1, 2].map((column) => sheet?.getCell(row, column)));
    expect(cells.map((cell) => cell?.type)).not.toContain(exceljs.ValueType.Formula);
    expect(cells[0]?.text).toContain('=1+1');
    expect(cells[1]?.value).toBe(5);
    expect(sheet?.headerFooter.oddHeader).toContain('演练数据');
  });
});
