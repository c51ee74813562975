import { describe, expect, it } from 'vitest';
import { listParts, readNameList } from '../../../domain/notice/name-list.ts';
import { denseText, sourceText } from '../../../domain/notice/source-text.ts';

function names(text: string): string[] {
  const source = sourceText(text);
  const dense = denseText(source, [0, text.length]);
  return readNameList(source, dense, listParts(dense.text, 0, dense.text.length)).units.map(({ name }) => name);
}

describe('the names in a list', () => {
  it.each([
    ['市住房和城乡建设局、市自然资源和规划局', ['市住房和城乡建设局', '市自然资源和规划局']],
    ['市委组织部和市教育局及各区政府', ['市委组织部', '市教育局', '各区政府']],
    ['各县(市、区)党委和人民政府，高新区党工委和管委会', ['各县(市、区)党委和人民政府', '高新区党工委和管委会']],
    ['省工业和信息化厅、财政厅、政务和数据局', ['省工业和信息化厅', '财政厅', '政务和数据局']],
    ['甲、乙、丙市人民政府，新区管委会', ['甲、乙、丙市人民政府', '新区管委会']],
    ['各市、区和镇江新区、高新区', ['各市、区', '镇江新区', '高新区']],
    ['各镇、街道', ['各镇、街道']],
    ['各区〔县、市〕政府、开发园区管委会', ['各区〔县、市〕政府', '开发园区管委会']],
    ['市委改革办〔市营商环境建设局〕、市发改委', ['市委改革办〔市营商环境建设局〕', '市发改委']],
    ['市农业农村局（市乡村振兴局）', ['市农业农村局（市乡村振兴局）']],
    ['各区（含高新区，下同）、市财政局', ['各区', '市财政局']],
    ['中国移动江州分公司、中国电信、市财政局', ['中国移动江州分公司', '中国电信', '市财政局']],
    [
      '人行江州市中心支行、江州银保监分局、团市委、市总工会',
      ['人行江州市中心支行', '江州银保监分局', '团市委', '市总工会'],
    ],
    ['市教育\n局、市财 政局', ['市教育局', '市财政局']],
    ['*市住建局、市财政局★', ['市住建局', '市财政局']],
    ['/', []],
    ['无', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('know before which comma they stand and which of them bears a mark', () => {
    const text = '市甲局、*市乙局，市丙局、市丁局';
    const source = sourceText(text);
    const dense = denseText(source, [0, text.length]);
    const { units } = readNameList(source, dense, listParts(dense.text, 0, dense.text.length));
    expect(units.map(({ commaGroup, marked }) => [commaGroup, marked])).toEqual([
      [0, false],
      [0, true],
      [1, false],
      [1, false],
    ]);
  });
});
