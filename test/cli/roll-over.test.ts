import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shippedNotice } from '../../seeds/seed-files.ts';
import { type EmbeddedDuban, embeddedDuban } from './embedded-duban.ts';

let duban: EmbeddedDuban;

beforeAll(async () => {
  duban = await embeddedDuban();
});

afterAll(() => duban.close());

const point = z.object({
  id: z.string(),
  kind: z.string(),
  quote: z.string(),
  taskNumber: z.string().nullable(),
  item: z.object({ quote: z.string() }).nullable(),
});
const rolledOver = z.object({ points: z.array(point) });
const imported = z.object({ planId: z.string() });
const inspected = z.object({
  lineage: z.array(
    z.object({
      itemId: z.string().nullable(),
      years: z.array(
        z.object({ planYear: z.number(), target: z.object({ value: z.number() }).nullable(), why: z.string() }),
      ),
    }),
  ),
});

async function issued(planId: string, answerBy: string): Promise<void> {
  await duban.done('settle', planId);
  await duban.done('consult', planId);
  await duban.done('advance', planId, '--to', answerBy);
  await duban.done('act', 'askApproval', '--seat', 'office', '--plan', planId);
  await duban.done('act', 'approveBreakdown', '--seat', 'leader', '--plan', planId);
  await duban.done('issue', planId);
}

const tasks = (year: number, stations: number) => `${year}年镇江市数字经济发展工作要点
一、重点工作
1.加快信息基础设施建设。持续推进5G网络建设,年内新建5G基站${stations}个。(市通管办、市工信局牵头)
2.培育数字人才。举办数字技能大赛3场。(市人社局牵头)
`;

describe('a notice that goes on from the plan of the year before', () => {
  it('asks about each row that is not over, links what people decide, and shows every year of it', async () => {
    const [second, third] = [join(duban.home, '2023.txt'), join(duban.home, '2024.txt')];
    writeFileSync(second, tasks(2023, 1600));
    writeFileSync(third, tasks(2024, 1800));
    const first = await duban.done('import', shippedNotice, '--clock', 'stepped', '--from', '2022-08-15', '--json');
    const { planId } = imported.parse(JSON.parse(first));
    expect(await duban.run('roll-over', planId, second)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('wrong-phase'),
    });
    await issued(planId, '2022-08-19');

    const seen = rolledOver.parse(JSON.parse(await duban.done('roll-over', planId, second, '--json'))).points;
    const stations = seen.find(({ quote }) => quote.includes('新建5G基站1400个'));
    expect(stations).toMatchObject({ kind: 'roll-over', taskNumber: '1', item: { quote: '年内新建5G基站1600个' } });
    expect(await duban.done('roll-over', planId, second)).toContain('建议由其承接');
    expect(JSON.parse(await duban.done('status', '--json'))).toHaveLength(1);

    const stepped = ['--import', '--clock', 'stepped', '--from', '2023-02-06', '--json'];
    const next = imported.parse(JSON.parse(await duban.done('roll-over', planId, second, ...stepped)));
    const settlement = join(duban.home, 'settlement.json');
    const link = { decision: 'link', task: '1', quote: '年内新建5G基站1600个', reason: '同一项工作，目标提高' };
    const rollOvers = [{ point: stations?.id, ...link }];
    writeFileSync(settlement, JSON.stringify({ title: '承接', otherProposals: null, following: null, rollOvers }));
    await duban.done('settle', next.planId, '--file', settlement);
    await issued(next.planId, '2023-02-10');

    const last = imported.parse(
      JSON.parse(await duban.done('roll-over', next.planId, third, ...stepped.with(4, '2023-12-18'))),
    );
    await duban.done('settle', last.planId);
    const { lineage } = inspected.parse(
      JSON.parse(await duban.done('inspect', 'task', '1', '--plan', last.planId, '--json')),
    );
    const years = lineage.find(({ itemId }) => itemId !== null)?.years ?? [];
    expect(years.map(({ planYear, target }) => [planYear, target?.value])).toEqual([
      [2023, 1600],
      [2022, 1400],
    ]);
    expect(await duban.done('inspect', 'task', '1', '--plan', last.planId)).toContain('历年沿革');
    await duban.done('verify');
    await duban.done('rebuild', '--check');
  });
});
