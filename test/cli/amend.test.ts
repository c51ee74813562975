import { readFileSync, writeFileSync } from 'node:fs';
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

const filed = z.object({
  differences: z.array(z.object({ kind: z.string(), taskNumber: z.string().nullable() })),
  units: z.array(z.object({ unitId: z.string(), taskNumbers: z.array(z.string()) })),
  amendmentId: z.string().optional(),
  proposals: z.array(
    z.object({ taskNumber: z.string(), request: z.string().optional(), refused: z.string().nullish() }),
  ),
});
const inspected = z.object({
  subjects: z.array(z.object({ title: z.string(), target: z.object({ value: z.number() }).nullable() })),
});

describe('an issued notice of which a new version comes', () => {
  it('has one target changed by a leader, its units told of that alone, and the old target kept', async () => {
    const amended = join(duban.home, 'amended.txt');
    writeFileSync(amended, readFileSync(shippedNotice, 'utf8').replace('新建5G基站1400个', '新建5G基站1500个'));
    await duban.done('import', shippedNotice, '--clock', 'stepped', '--from', '2022-08-15');
    const [plan] = z.array(z.object({ planId: z.string() })).parse(JSON.parse(await duban.done('status', '--json')));
    const planId = plan?.planId ?? '';
    await duban.done('settle');
    await duban.done('consult');
    await duban.done('advance', planId, '--to', '2022-08-19');
    await duban.done('act', 'askApproval', '--seat', 'office');
    await duban.done('act', 'approveBreakdown', '--seat', 'leader');
    await duban.done('issue');

    const compared = filed.parse(JSON.parse(await duban.done('amend', planId, amended, '--json')));
    expect(compared.differences).toMatchObject([{ kind: 'target', taskNumber: '16' }]);
    expect(compared.amendmentId).toBeUndefined();
    const first = filed.parse(JSON.parse(await duban.done('amend', planId, amended, '--propose', '--json')));
    expect(first.proposals).toMatchObject([{ taskNumber: '16', refused: null }]);
    expect(first.units.map(({ taskNumbers }) => taskNumbers)).toEqual([['16'], ['16']]);
    expect(await duban.done('amend', planId, amended)).toBe('与现行文本没有差别\n');

    const receipt = JSON.stringify({ amendment: first.amendmentId, unit: '市工信局' });
    await duban.done('act', 'receiptAmendment', '--seat', 'officer', '--unit', '市工信局', '--data', receipt);
    const request = first.proposals[0]?.request ?? '';
    const decision = { task: '16', request, outcome: 'granted', reason: '按修改后的文件执行' };
    await duban.done('act', 'decideChange', '--seat', 'leader', '--data', JSON.stringify(decision));

    const { subjects } = inspected.parse(JSON.parse(await duban.done('inspect', 'task', '16', '--json')));
    expect(subjects.filter(({ target }) => target?.value === 1500)).toHaveLength(1);
    expect(subjects.filter(({ target }) => target?.value === 1400)).toEqual([]);
    expect(await duban.done('inspect', 'task', '16', '--json')).toContain('"value":1400');
    await duban.done('verify');
    await duban.done('rebuild', '--check');
  });

  it('refuses an amendment of a plan that is not issued', async () => {
    const amended = join(duban.home, 'amended.txt');
    const imported = await duban.done('import', shippedNotice, '--clock', 'stepped', '--from', '2022-08-15', '--json');
    const { planId } = z.object({ planId: z.string() }).parse(JSON.parse(imported));
    expect(await duban.done('amend', planId, amended)).toContain('目标由1400个改为1500个');
    expect(await duban.run('amend', planId, amended, '--propose')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('wrong-phase'),
    });
  });
});
