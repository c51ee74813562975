import { describe, expect, it } from 'vitest';
import { type ClauseOptions, readClause } from '../../../domain/notice/clause.ts';
import { sourceText } from '../../../domain/notice/source-text.ts';

function parties(text: string, options: ClauseOptions = { defaultRole: null }): string {
  const clause = readClause(sourceText(text), [0, text.length], options);
  if (clause === null) return 'none';
  const units = clause.units.map(({ name, role, roleText }) => `${role === 'other' ? roleText : role}=${name}`);
  return [...units, ...(clause.openEnded ? ['等'] : [])].join(' ');
}

describe('the parties of a clause', () => {
  it.each([
    ['市发改委牵头', 'lead=市发改委'],
    ['市商务局牵头，市财政局、市税务局配合', 'lead=市商务局 support=市财政局 support=市税务局'],
    ['市商务局牵头,市财政局参与,各区政府负责落实', 'lead=市商务局 support=市财政局 responsible=各区政府'],
    ['市商务局牵头负责；市财政局协助', 'lead=市商务局 support=市财政局'],
    ['市商务局牵头、市财政局配合', 'lead=市商务局 support=市财政局'],
    ['市教育局、市财政局等按职责分工负责', 'responsible=市教育局 responsible=市财政局 等'],
    ['市教育局牵头，市财政局等按职责分工负责', 'lead=市教育局 support=市财政局 等'],
    ['市教育局牵头，各区县、各部门负责', 'lead=市教育局 support=各区县 support=各部门'],
    ['由市科技局牵头，会同市财政局负责', 'lead=市科技局 support=市财政局'],
    ['市应急管理局指导', '指导=市应急管理局'],
    ['市政府办公室负责，各县（市、区）结合实际落实', 'responsible=市政府办公室 结合实际落实=各县（市、区）'],
    ['责任单位：市民政局', 'responsible=市民政局'],
    ['牵头单位：市商务局，责任单位：市财政局、市税务局', 'lead=市商务局 responsible=市财政局 responsible=市税务局'],
    ['牵头单位:市商务局;配合单位:市财政局 市税务局', 'lead=市商务局 support=市财政局 support=市税务局'],
    ['牵头单位市商务局，责任单位市财政局', 'lead=市商务局 responsible=市财政局'],
    ['责任单位：市监局牵头，市公安局、市司法局按职责分工负责', 'lead=市监局 support=市公安局 support=市司法局'],
    ['责任单位：市发改委（牵头）、市财政局', 'lead=市发改委 responsible=市财政局'],
    ['主办：市财政局；协办：市审计局', 'lead=市财政局 support=市审计局'],
    ['责任领导：张三、李四；牵头单位：区发改局', 'lead=区发改局'],
    ['负责部门：市文化广电和旅游局，适用范围：全市', 'responsible=市文化广电和旅游局'],
    [
      '市公安局、市交通局等部门，市城投集团按职责分工负责',
      'responsible=市公安局 responsible=市交通局 responsible=市城投集团 等',
    ],
    ['市财政局等国务院相关部门及各地区按职责分工负责', 'responsible=市财政局 responsible=各地区 等'],
    ['国务院相关部门及各地区按职责分工负责', 'responsible=国务院相关部门 responsible=各地区'],
    ['责任单位：市人社局、市农业局分别牵头', 'lead=市人社局 lead=市农业局'],
    [
      '牵头单位：市科协，配合单位：各项目牵头单位，各有关区、县级市',
      'lead=市科协 support=各项目牵头单位 support=各有关区、县级市',
    ],
    ['市司法局牵头，市数据局参与，2022年12月底前完成', 'lead=市司法局 support=市数据局'],
  ])('%s', (text, expected) => {
    expect(parties(text)).toBe(expected);
  });

  it.each(['不含6亩', '医疗机构自行负责', '企业参与', '以下简称平台', '其中专家号源不低于30%', '即“一人公司”'])(
    'are none in the remark （%s）',
    (text) => {
      expect(parties(text)).toBe('none');
    },
  );

  it('take the role of their cell unless the cell says more', () => {
    expect(parties('市水利局、农业局', { defaultRole: 'lead' })).toBe('lead=市水利局 lead=农业局');
    expect(parties('市水利局牵头，市农业局配合', { defaultRole: 'responsible' })).toBe(
      'lead=市水利局 support=市农业局',
    );
    expect(parties('市水利局\n市农业局\n各区政府', { defaultRole: 'support' })).toBe(
      'support=市水利局 support=市农业局 support=各区政府',
    );
    expect(parties('市国资委* 市财政局', { defaultRole: 'lead' })).toBe('lead=市国资委 lead=市财政局');
    expect(parties('市自然资源\n和规划局', { defaultRole: 'lead' })).toBe('lead=市自然资源和规划局');
  });
});

describe('what else a clause holds', () => {
  const text = '责任领导：张三、李四；牵头单位：区发改局；完成时限：6月底前';
  const clause = readClause(sourceText(text), [0, text.length], { defaultRole: null });

  it('persons are kept apart from units', () => {
    expect(clause?.persons).toEqual([
      { role: '责任领导', name: '张三' },
      { role: '责任领导', name: '李四' },
    ]);
  });

  it('a person behind a unit is no part of its name', () => {
    const own = '责任单位：市发改委（张三）、市农业农村局（市乡村振兴局）';
    const reading = readClause(sourceText(own), [0, own.length], { defaultRole: null });
    expect(reading?.units.map(({ name }) => name)).toEqual(['市发改委', '市农业农村局（市乡村振兴局）']);
    expect(reading?.persons).toEqual([{ role: '责任人', name: '张三' }]);
  });

  it('a limit is quoted in its place', () => {
    expect(clause?.times.map((span) => text.slice(...span))).toEqual(['6月底前']);
  });
});

describe('a rule that a clause sets for all that follow', () => {
  function rules(clauseText: string): string[] {
    const clause = readClause(sourceText(clauseText), [0, clauseText.length], { defaultRole: null });
    return clause?.rules.map(({ kind, departments }) => [kind, ...departments].join(' ')) ?? [];
  }

  it.each([
    ['市税务局、财政局负责，排在第一位的部门为牵头部门，下同', ['first_named_leads']],
    ['责任单位：市经信局、市发改委。列首位的为牵头单位，下同', ['first_named_leads']],
    ['责任单位：市科技局，市数据局；第一个逗号前为牵头单位，下同', ['before_first_comma_leads']],
    ['责任单位：*市住建局、市财政局。标*的为牵头单位，下同', ['marked_leads']],
    ['市教育局牵头；各市、区和高新区按要求落实，下同，不再单列', ['applies_to_all_following 各市、区 高新区']],
    ['责任单位：市数据局，各县区政府，以下均涉及各县区，不再重复列出', ['applies_to_all_following 各县区']],
    ['负责部门：市商务局，适用范围：全市，下同', ['default_scope']],
    ['责任单位：市税务局、各区（含高新区、临港区，下同）', ['definition 各区']],
    [
      '责任单位：市经信局，各区政府。列第一位的为牵头单位，下同。以下均需各区政府落实，不再列出',
      ['first_named_leads', 'applies_to_all_following 各区政府'],
    ],
    ['责任单位:市发改委、市卫健委(除标注“分别牵头”外,列第一位为牵头或汇总单位,下同)', ['first_named_leads']],
    ['市教育局牵头，市财政局配合', []],
  ])('%s', (clauseText, expected) => {
    expect(rules(clauseText)).toEqual(expected);
  });

  it('adds a party that only it names to its own task, and one that the clause names not a second time', () => {
    expect(parties('市教育局牵头，以下均需各区县落实，不再列出')).toBe('lead=市教育局 落实=各区县');
    expect(parties('责任单位：市数据局，各县区政府，以下均涉及各县区，不再重复列出')).toBe(
      'responsible=市数据局 responsible=各县区政府',
    );
  });
});
