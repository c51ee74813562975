import { describe, expect, it } from 'vitest';
import { slipPaper } from '../../papers/escalation/slip-paper.ts';
import { breakdownPaper } from '../../papers/plan/breakdown-paper.ts';
import { consultationPaper } from '../../papers/plan/consultation-paper.ts';
import { issuePaper } from '../../papers/plan/issue-paper.ts';
import { bulletinPaper } from '../../papers/quarter/bulletin-paper.ts';
import { issued } from './all-papers.ts';
import { partOf, partsOf, runningText } from './office-parts.ts';
import { breakdown, consultation, quarter, slip } from './sample-data.ts';

const millimetres = (twips: string | undefined) => Math.round((Number(twips) * 25.4) / 1440);

async function documentOf(paper: Promise<Uint8Array>): Promise<string> {
  return partOf(await paper, 'word/document.xml');
}

function attributes(xml: string, element: string): Readonly<Record<string, string>> {
  const [, text = ''] = new RegExp(`<w:${element} ([^>]*)/>`).exec(xml) ?? [];
  return Object.fromEntries([...text.matchAll(/w:(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}

describe('an official letter', () => {
  it('has the page of GB/T 9704: A4, 37 mm above, 28 mm to the left, a text block of 156 × 225 mm', async () => {
    const xml = await documentOf(slipPaper(slip));
    const [page, margin] = [attributes(xml, 'pgSz'), attributes(xml, 'pgMar')];
    expect([millimetres(page['w']), millimetres(page['h'])]).toEqual([210, 297]);
    expect([millimetres(margin['top']), millimetres(margin['left'])]).toEqual([37, 28]);
    expect(210 - millimetres(margin['left']) - millimetres(margin['right'])).toBe(156);
    expect(297 - millimetres(margin['top']) - millimetres(margin['bottom'])).toBe(225);
  });

  it('sets 22 lines of 28 letters of size 3 on a page', async () => {
    const xml = await documentOf(slipPaper(slip));
    const [, line = ''] = /w:line="(\d+)" w:lineRule="exact"/.exec(xml.slice(xml.indexOf('市商务局'))) ?? [];
    expect(Math.floor((225 * 1440) / 25.4 / Number(line))).toBe(22);
    const [, spacing = ''] = /<w:spacing w:val="(-?\d+)"\/>/.exec(xml) ?? [];
    expect(Math.floor((156 * 1440) / 25.4 / (16 * 20 + Number(spacing)))).toBe(28);
  });

  it('sets the title in 小标宋 of size 2, the text in 仿宋 of size 3, level heads in 黑体', async () => {
    const xml = await documentOf(slipPaper(slip));
    const runOf = (text: string) => xml.slice(xml.lastIndexOf('<w:r>', xml.indexOf(text)), xml.indexOf(text));
    expect(runOf('催　办　单')).toMatch(/w:eastAsia="方正小标宋简体"[^]*<w:sz w:val="44"\/>/);
    expect(runOf('市商务局：')).toMatch(/w:eastAsia="仿宋_GB2312"[^]*<w:sz w:val="32"\/>/);
    expect(runOf('应报送内容')).toContain('w:eastAsia="黑体"');
  });

  it('has its page number — n — on the outer side', async () => {
    const footers = [...(await partsOf(await slipPaper(slip), /^word\/footer\d+\.xml$/)).values()];
    const sides = footers.map((xml) => /<w:jc w:val="(\w+)"\/>/.exec(xml)?.[1]);
    expect(new Set(sides)).toEqual(new Set(['right', 'left']));
    for (const xml of footers) expect(runningText(xml)).toMatch(/— .*PAGE.* —/);
    expect(await partOf(await slipPaper(slip), 'word/settings.xml')).toContain('<w:evenAndOddHeaders');
  });

  it('repeats the head of a table and tears no row', async () => {
    const xml = await documentOf(breakdownPaper(breakdown));
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:tr>|<w:tr /g)?.length).toBe(xml.match(/<w:cantSplit\/>/g)?.length);
    expect(attributes(xml, 'pgSz')).toMatchObject({ orient: 'landscape' });
  });

  it('names what stands in for each face where it is not installed', async () => {
    const fonts = await partOf(await slipPaper(slip), 'word/fontTable.xml');
    expect(fonts).toMatch(/w:name="仿宋_GB2312"><w:altName w:val="仿宋;/);
    expect(fonts).toMatch(/w:name="方正小标宋简体"><w:altName/);
  });

  it('names its annexes, and marks each with its number', async () => {
    const text = runningText(await documentOf(consultationPaper(consultation)));
    expect(text).toContain('附件：1．任务分解表（征求意见稿）\n2．意见反馈表');
    expect(text).toMatch(/\n附件1\n任务分解表（征求意见稿）\n/);
    expect(text).toMatch(/\n附件2\n意见反馈表\n/);
  });

  it('has the number that the register gave it, and room for one where it has none', async () => {
    const numbered = runningText(await documentOf(issuePaper(issued, '镇数字办发〔2022〕6号')));
    expect(numbered).toContain('镇数字办发〔2022〕6号');
    expect(runningText(await documentOf(consultationPaper(consultation)))).toMatch(/〔　+〕　+号/);
  });

  it('ends with its imprint, after the annexes', async () => {
    const head = { issue: 1, recipients: '各有关单位', copies: '市委办公室' };
    const text = runningText(await documentOf(bulletinPaper(quarter, head)));
    expect(text.indexOf('抄送：市委办公室。')).toBeGreaterThan(text.lastIndexOf('附件2'));
    expect(text.indexOf('抄送：市委办公室。')).toBeGreaterThan(text.indexOf('表2'));
  });

  it('says so where a text cannot stand in an office file', async () => {
    const text = runningText(await documentOf(slipPaper({ ...slip, unit: '市\u0000商\uD800务局' })));
    expect(text).toContain('市商务局：');
  });
});
