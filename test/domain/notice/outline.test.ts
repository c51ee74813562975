import { describe, expect, it } from 'vitest';
import { outermostBrackets } from '../../../domain/notice/brackets.ts';
import { filledLines } from '../../../domain/notice/lines.ts';
import { outlineOf } from '../../../domain/notice/outline.ts';
import { sourceText } from '../../../domain/notice/source-text.ts';

function outline(text: string): string[] {
  const source = sourceText(text);
  const units = outlineOf({ source, lines: filledLines(source), brackets: outermostBrackets(source), barriers: [] });
  const depth = (index: number): number => (index === -1 ? 0 : 1 + depth(units[index]?.parent ?? -1));
  return units.map(({ mark, parent }) => `${'-'.repeat(depth(parent))}${mark.number}`);
}

describe('the outline of a notice', () => {
  it('nests the usual styles, whether numbers restart or run through', () => {
    expect(outline('一、甲\n（一）乙\n1.丙\n2.丁\n（二）戊\n3.己\n二、庚\n（一）辛')).toEqual([
      '一',
      '-一',
      '--1',
      '--2',
      '-二',
      '--3',
      '二',
      '-一',
    ]);
  });

  it('is the same where the whole text stands in one line', () => {
    const line =
      '前言。一、提升便利度（一）优化流程。推进审批。（甲局负责）（二）压减材料。精简。（乙局负责）二、降低成本（三）减税。落实。（丙局负责）';
    expect(outline(line)).toEqual(['一', '-一', '-二', '二', '-三']);
  });

  it('takes no figure, prize or reference inside a sentence for a number', () => {
    expect(outline('1.支持创新。对获得国家级一、二、三等奖的，给予支持；按照第（一）项执行，增长1.5倍。')).toEqual([
      '1',
    ]);
  });

  it('stands measures below their task where the same numbers begin again after 具体措施', () => {
    const text = '1.建设园区\n具体措施：\n1.编制规划。\n2.建设厂房。\n2.扩大投资\n具体措施：\n1.推进项目。';
    expect(outline(text)).toEqual(['1', '-1', '-2', '2', '-1']);
  });

  it('takes the next number also where figures follow it', () => {
    expect(outline('10.特聘项目。\n11.121人才项目。\n12.青年项目。')).toEqual(['10', '11', '12']);
  });

  it('takes the list of attachments for none', () => {
    expect(outline('一、甲\n1.乙。\n附件：1.任务清单\n2.联系人名单')).toEqual(['一', '-1']);
  });

  it('reads no number in a bracket that is a clause', () => {
    expect(outline('一、甲。（责任单位：市甲局。一、二类项目由市乙局负责）')).toEqual(['一']);
  });
});
