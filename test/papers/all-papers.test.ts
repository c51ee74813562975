import { beforeAll, describe, expect, it } from 'vitest';
import { allPapers } from './all-papers.ts';
import { partOf, partsOf } from './office-parts.ts';
import { head } from './sample-data.ts';

const mark = '演练数据·非真实情况';

describe.each(allPapers)('the paper $name.$format', ({ make, format }) => {
  let made: Uint8Array;
  let again: Uint8Array;
  let ofRealPlan: Uint8Array;

  beforeAll(async () => {
    [made, again, ofRealPlan] = [await make(head), await make(head), await make({ ...head, isRehearsal: false })];
  });

  it('has the same bytes whenever it is made of the same data', async () => {
    expect(Buffer.from(made).equals(Buffer.from(again))).toBe(true);
    expect(await partOf(made, 'docProps/core.xml')).not.toMatch(/20[0-9]{2}-\d\d-\d\dT/);
  });

  it('bears the mark of a rehearsal in the head of every page, and none where the plan is real', async () => {
    const heads = format === 'docx' ? /^word\/header\d+\.xml$/ : /^xl\/worksheets\/sheet1\.xml$/;
    for (const xml of (await partsOf(made, heads)).values()) expect(xml).toContain(mark);
    const parts = await partsOf(ofRealPlan, heads);
    expect(parts.size).toBeGreaterThan(0);
    for (const xml of parts.values()) expect(xml).not.toContain(mark);
  });

  it('holds no formula, no picture from elsewhere and no macro', async () => {
    expect([...(await partsOf(made, /vbaProject|externalLink|media\//)).keys()]).toEqual([]);
    for (const xml of (await partsOf(made, /sheet1\.xml$/)).values()) expect(xml).not.toContain('<f>');
    for (const xml of (await partsOf(made, /\.rels$/)).values()) expect(xml).not.toContain('TargetMode="External"');
  });
});
