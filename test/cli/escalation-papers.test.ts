import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedNotice } from '../../seeds/seed-files.ts';
import { partOf, runningText } from '../papers/office-parts.ts';
import { type EmbeddedDuban, embeddedDuban } from './embedded-duban.ts';

let duban: EmbeddedDuban;

beforeAll(async () => {
  duban = await embeddedDuban();
});

afterAll(() => duban.close());

/** What the printed paper says. */
async function printed(paper: string, ...args: readonly string[]): Promise<string> {
  const file = join(duban.home, `${paper}.docx`);
  expect(await duban.run('paper', paper, ...args, '--out', file)).toMatchObject({ status: 0, stderr: '' });
  return runningText(await partOf(readFileSync(file), 'word/document.xml'));
}

describe('the year of a silent unit until the day after its order was opened, from the command line', () => {
  it('is played until the named day, and counts its slips and orders', async () => {
    const wish = ['--scenario', 'silent-unit', '--until', '2022-10-26', '--json'];
    const { status, stdout } = await duban.run('rehearse', shippedNotice, ...wish);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      scenario: 'silent-unit',
      orders: { slip: { closed: 1, escalated: 2 }, order: { sent: 2 } },
      endings: {},
    });
  }, 900_000);

  it('prints the slip with its number, its rows, its limit and what was done before it', async () => {
    const slip = await printed('slip', '--unit', '市农业农村局');
    expect(slip).toContain('镇数字办催〔2022〕1号');
    expect(slip).toContain('2022年第三季度进展情况');
    expect(slip).toContain('2022年10月24日');
    expect(slip).toContain('承诺于10月18日前办理');
  });

  it('prints the order with its number, its reason, its demand and its limit', async () => {
    const order = await printed('order', '--unit', '市农业农村局');
    expect(order).toContain('镇数字办督〔2022〕1号');
    expect(order).toContain('镇数字办催〔2022〕1号要求于2022年10月24日前回复，逾期未回复');
    expect(order).toContain('明确责任领导和补报时间');
    expect(order).toContain('2022年11月1日');
  });

  it('prints the year’s summary, in which nothing has ended yet', async () => {
    const summary = await printed('summary');
    expect(summary).toContain('年终总结呈批单');
    expect(summary).toMatch(/[0-9A-F]{5}-[0-9A-F]{5}/);
    expect(summary).toContain('尚无结论');
  });

  it('refuses a unit that has no paper, and a paper of nobody', async () => {
    const file = join(duban.home, 'none.docx');
    expect(await duban.run('paper', 'slip', '--unit', '市财政局', '--out', file)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('unknown-order'),
    });
    expect(await duban.run('paper', 'order', '--out', file)).toMatchObject({ status: 2 });
  });
});
