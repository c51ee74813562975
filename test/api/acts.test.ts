import { randomUUID } from 'node:crypto';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReturnPageBody } from '../../api/schemas/return.ts';
import { actor, head, issue, officer, on, q3, type RehearsedPlan, rehearse } from '../store/plan/rehearsed-plan.ts';
import { type ApiBed, type Ask, apiBed, bodyOf, signedInAs } from './api-bed.ts';

const stranger = actor('fagaiwei-officer-a', 'officer', 'fagaiwei');
const seatOf = ({ seat, unitId }: typeof officer) => ({ seat, unitId });

describe('acts over HTTP', () => {
  let bed: ApiBed;
  let plan: RehearsedPlan;
  let ask: Ask;
  let asHead: Ask;
  beforeAll(async () => {
    bed = await apiBed();
    plan = await rehearse(bed.store);
    await issue(bed.store, plan);
    await plan.advance(on('2022-10-08'));
    [ask, asHead] = [await signedInAs(bed, officer), await signedInAs(bed, head)];
  });
  afterAll(() => bed.close());

  const send = (by: Ask, body: object) =>
    by(`/api/plans/${plan.planId}/acts`, { method: 'POST', body: JSON.stringify(body) });
  const row = (value: number, more: object = {}) => ({
    taskId: plan.taskId('1'),
    subjectId: '1',
    value,
    texts: { done: `已建成${value}个。` },
    ...more,
  });
  const save = (value: number, actId: string = randomUUID(), more: object = {}) => ({
    actId,
    seat: seatOf(officer),
    act: { type: 'saveRows', of: q3, rows: [row(value, more)] },
  });
  const address = (): string => `/api/plans/${plan.planId}/returns/${q3.unitId}/2022Q3/progress`;
  const page = async () => bodyOf<ReturnPageBody>(await ask(address()));

  it('are recorded once, however often the same is sent', async () => {
    const act = save(800);
    const answers = [await send(ask, act), await send(ask, act)];
    for (const answer of answers) expect(await bodyOf(answer)).toMatchObject({ actId: act.actId, recorded: true });
    const { rows } = await bed.store.pool.query(`SELECT FROM event WHERE body -> 'event' ->> 'type' = 'rowsSaved'`);
    expect(rows).toHaveLength(1);
    expect((await page()).rows[0]?.entry).toMatchObject({ value: 800, texts: { done: '已建成800个。' } });
  });

  it('are refused under an id that stands for something else', async () => {
    const act = save(810);
    await send(ask, act);
    expect((await send(ask, save(820, act.actId))).status).toBe(409);
    const colleague = actor('gongxinju-officer-b', 'officer', 'gongxinju');
    expect((await send(await signedInAs(bed, colleague), act)).status).toBe(409);
    expect((await send(asHead, { ...act, seat: seatOf(head) })).status).toBe(403);
  });

  it('are refused in a seat that is no longer the one of the session, for another unit, and against a rule', async () => {
    const changed = await send(ask, { ...save(830), seat: seatOf(head) });
    expect(await changed.json()).toMatchObject({ status: 409, code: 'seat-changed' });
    const other = await signedInAs(bed, stranger);
    const foreign = await send(other, { ...save(830), seat: seatOf(stranger) });
    expect(await foreign.json()).toMatchObject({ status: 403, code: 'not-permitted' });
    const early = { actId: randomUUID(), seat: seatOf(head), act: { type: 'submitReturn', of: q3, version: 9 } };
    expect((await send(asHead, early)).status).toBe(422);
  });

  it('name the place of what does not fit', async () => {
    const wrong = await send(ask, { ...save(1), act: { type: 'saveRows', of: { ...q3, period: '2022Q9' }, rows: [] } });
    expect(await wrong.json()).toMatchObject({ status: 400, fields: [{ path: '内容.act.of.period' }] });
  });

  it('that nobody could confirm may be sent again', async () => {
    const act = { type: 'writeSummary', taskId: plan.taskId('1'), period: '2022Q3', text: '汇总。' };
    const answer = await send(ask, { actId: randomUUID(), seat: seatOf(officer), act });
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.json()).toMatchObject({
      status: 503,
      code: 'unconfirmed',
      detail: expect.stringContaining('不会重复记录'),
    });
  });

  it('carry files whose content is what it says, and no others', async () => {
    const upload = (fileName: string, body: string, evidenceId: string = randomUUID()) => {
      const query = new URLSearchParams({ evidenceId, fileName, taskId: plan.taskId('1'), subjectId: '1' });
      return ask(`${address()}/evidence?${query.toString()}`, { method: 'POST', body });
    };
    expect((await upload('图.pdf', '<html>')).status).toBe(422);
    const file = await bodyOf<{ evidenceId: string; sha256: string; kind: string }>(
      await upload('图.pdf', '%PDF-1.7 …'),
    );
    expect(file.kind).toBe('pdf');
    const { evidenceId, sha256 } = file;
    expect(
      (await send(ask, save(840, randomUUID(), { evidence: [{ evidenceId, sha256: 'f'.repeat(64) }] }))).status,
    ).toBe(422);
    await bodyOf(await send(ask, save(840, randomUUID(), { evidence: [{ evidenceId, sha256 }] })));
    expect((await page()).rows[0]?.evidence).toMatchObject([{ fileName: '图.pdf', sha256 }]);
    const read = await ask(`/api/plans/${plan.planId}/evidence/${evidenceId}`);
    expect([read.headers.get('content-type'), await read.text()]).toEqual(['application/pdf', '%PDF-1.7 …']);
    const other = await signedInAs(bed, stranger);
    expect((await other(`/api/plans/${plan.planId}/evidence/${evidenceId}`)).status).toBe(404);
  });

  it('are prepared in a sheet that says what it would change', async () => {
    const sheet = await ask(`${address()}/xlsx`);
    expect(sheet.headers.get('content-disposition')).toContain('.xlsx');
    const bytes = new Uint8Array(await sheet.arrayBuffer());
    const read = () => ask(`${address()}/xlsx`, { method: 'POST', body: bytes });
    expect(await bodyOf(await read())).toMatchObject({ rows: [], unchangedRows: 1, problems: [] });
    await bodyOf(await send(ask, save(860)));
    const { rows } = await bodyOf<{ rows: { changes: object[] }[] }>(await read());
    expect(rows[0]?.changes).toContainEqual({ field: 'value', label: '累计完成', before: '860', after: '840' });
  });

  it('in the last quarter carry what the unit says of its year, by the form and by the sheet', async () => {
    await plan.advance(on('2023-01-04'));
    const q4 = { ...q3, period: '2022Q4' };
    const last = address().replace('2022Q3', '2022Q4');
    const unfinished = { ending: 'unfinished', until: '2023-06-30' };
    const saved = { ...save(900), act: { type: 'saveRows', of: q4, rows: [row(900, { ending: unfinished })] } };
    await bodyOf(await send(ask, saved));
    expect((await bodyOf<ReturnPageBody>(await ask(last))).rows[0]).toMatchObject({
      asksEnding: true,
      entry: { ending: unfinished, complete: false },
    });
    const read = (body: Uint8Array) => ask(`${last}/xlsx`, { method: 'POST', body: new Uint8Array(body) });
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await (await ask(`${last}/xlsx`)).arrayBuffer());
    const filled = async (ending: string, until: string) => {
      const [table] = workbook.worksheets;
      const keys = table?.getRow(2).values;
      const place = (key: string) => (Array.isArray(keys) ? keys.indexOf(key) : -1);
      for (const [key, value] of [
        ['ending', ending],
        ['until', until],
      ] as const) {
        const cell = table?.getRow(4).getCell(place(key));
        if (cell !== undefined) cell.value = value;
      }
      return read(new Uint8Array(await workbook.xlsx.writeBuffer()));
    };
    expect(await bodyOf(await filled('未完成', '2023年6月30日'))).toMatchObject({ rows: [], unchangedRows: 1 });
    expect(await bodyOf(await filled('完成', ''))).toMatchObject({
      rows: [
        {
          changes: [
            { field: 'complete', before: '否', after: '是' },
            { field: 'ending', before: '未完成（2023年6月30日）', after: '完成' },
          ],
          entry: { complete: true, ending: { ending: 'completed', until: null } },
        },
      ],
    });
    expect(await bodyOf(await filled('基本完成', '年中'))).toMatchObject({
      problems: [{ message: expect.stringContaining('“基本完成”不是年终自评的类别') }],
    });
  });
});
