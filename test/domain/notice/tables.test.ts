import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../domain/notice/read-notice.ts';

function rows(text: string): string[] {
  return readNotice(text).tasks.map(
    ({ number, title, lead, support, responsible, deadline }) =>
      `${number}|${title}|${lead.join('、')}|${support.join('、')}|${responsible.join('、')}|${deadline}`,
  );
}

describe('a markdown table', () => {
  const text = [
    '云州市2023年任务分工表',
    '| 类别 | 序号 | 工作事项 | 主要内容 | 牵头单位 | 配合单位 | 完成时限 | 委内牵头处室 |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    '| 服务 | 1 | 扩大供给。 | 新增床位300张。 | 各区政府 | 市卫生健康委、市人社局 | 6月底前 | 基层处 |',
    '|  |  |  | 开展培训10场以上。 | 市卫生健康委 | / | 持续推进 | 人事处 |',
    '| 保障 | 2 | 完善机制。 | 建立联席会议制度。 | 市卫生健康委<br>市医保局 |  | 2024年 | / |',
  ].join('\n');

  it('gives a task a row; cells blank by merging take the value above, “/” names nobody', () => {
    expect(rows(text)).toEqual([
      '1|扩大供给|各区政府|市卫生健康委、市人社局||2023-06-30',
      '1|扩大供给|市卫生健康委|||持续推进',
      '2|完善机制|市卫生健康委、市医保局|||2024-12-31',
    ]);
  });

  it('makes a heading of each cell of the category column', () => {
    const reading = readNotice(text);
    expect(reading.headings.map((heading) => heading.text)).toEqual(['服务', '保障']);
    expect(reading.tasks.map(({ section }) => section)).toEqual(['服务', '服务', '保障']);
  });

  it('leaves offices inside one agency out where units have columns of their own', () => {
    expect(JSON.stringify(readNotice(text).tasks)).not.toContain('基层处');
  });

  it('takes the office as responsible where no unit stands beside it', () => {
    const offices = '| 序号 | 任务 | 责任科室 |\n|---|---|---|\n| 1 | 修订制度。 | 办公室、法规科 |';
    expect(rows(offices)).toEqual(['1|修订制度|||办公室、法规科|null']);
  });

  it('says which row it cannot take apart', () => {
    const broken = '| 序号 | 任务 | 牵头单位 |\n|---|---|---|\n| 1 | 修订制度。 | 市甲局 |\n| 2 | 只有两格 |';
    const { tasks, unread } = readNotice(broken);
    expect(tasks).toHaveLength(1);
    expect(unread.map((passage) => passage.text)).toEqual(['| 2 | 只有两格 |']);
  });

  it('reads a rule that stands in its head', () => {
    const marked =
      '| 序号 | 任务 | 责任单位（排在第一位的为牵头单位） |\n|---|---|---|\n| 1 | 修订制度。 | 市甲局、市乙局 |';
    expect(rows(marked)).toEqual(['1|修订制度|市甲局|市乙局||null']);
  });
});

describe('a table flattened to one row a line', () => {
  const text = [
    '云州市2025年任务清单',
    '序号 类别 重点工作 具体任务 牵头单位 配合单位 完成时限',
    '一、基础支撑',
    '1 强基 夯实云网 底座 推进扩容，新增机柜500个以上。 市数据局 市财政局、市委网信办 2025年6月',
    '2  升级改造外网 完成政务外网改造，覆盖率达到100%。 市数据局 各县（市、区）人民政府 2025年12月',
    '二、应用提升',
    '3 应用 推进一件事 新增事项15项，网办率达到95%以上。 市政务办 市级有关部门 持续推进',
    '三、保障措施',
    '加强组织领导，压实责任。',
  ].join('\n');

  it('is taken apart by what its columns can hold, blanks inside cells included', () => {
    expect(rows(text)).toEqual([
      '1|夯实云网底座|市数据局|市财政局、市委网信办||2025-06-30',
      '2|升级改造外网|市数据局|各县（市、区）人民政府||2025-12-31',
      '3|推进一件事|市政务办|市级有关部门||持续推进',
    ]);
  });

  it('ends before a heading that no row follows', () => {
    expect(readNotice(text).headings.map((heading) => heading.text)).toContain('三、保障措施');
  });
});

describe('a table printed one cell a line', () => {
  it('is put together again; several names of one cell stand on several lines', () => {
    const text =
      '任务分解\n序号\n工作任务\n牵头单位\n配合单位\n完成时限\n1\n新建幼儿园12所。\n市教育局\n市财政局\n市自然资源和规划局\n2024年9月前\n2\n改造小区45个。\n市住房和城乡建设局\n各区人民政府\n12月底前\n附件';
    expect(rows(text)).toEqual([
      '1|新建幼儿园12所|市教育局|市财政局、市自然资源和规划局||2024-09-30',
      '2|改造小区45个|市住房和城乡建设局|各区人民政府||2024-12-31',
    ]);
  });

  it('may have blanks in its head, and one name only in its last column', () => {
    const text =
      '2023年责任分解\n\n序号\n\n主 要 工 作 任 务\n\n责任单位\n\n1\n\n生产总值增长6%左右。\n\n市甲委\n\n2\n\n新增企业300家。\n\n市乙局\n\n市丙局';
    expect(rows(text)).toEqual(['1|生产总值增长6%左右|||市甲委|null', '2|新增企业300家|||市乙局、市丙局|null']);
  });

  it('may have bars on lines of their own between the cells, and numbers that share the head of the title', () => {
    const cells = [
      '工作任务',
      '具体要求',
      '责任科室',
      '时限要求',
      '强化公开',
      '1',
      '全面清理文件。',
      '办公室',
      '2022年底前',
      '做好解读',
      '2',
      '丰富形式。',
      '各科室',
      '持续推进',
      '3',
      '编制年报。',
      '办公室\n法规科',
      '2023年1月底前',
      '',
    ];
    expect(rows(cells.join('\n|\n'))).toEqual([
      '1|强化公开|||办公室|2022-12-31',
      '2|做好解读|||各科室|持续推进',
      '3|做好解读|||办公室、法规科|2023-01-31',
    ]);
  });

  it('may have bars at the ends of lines; a row with one cell stands over the rows below', () => {
    const text =
      '工作任务 |\n工作要求 |\n牵头单位 |\n责任单位 |\n一、深化公开 |\n|||\n做好规划 |\n公开文件。 |\n区政府办 |\n区发改局 |\n二、强化服务 |\n|||\n优化平台 |\n整合平台3个。 |\n区数据局 |\n |';
    expect(rows(text)).toEqual(['|做好规划|区政府办||区发改局|null', '|优化平台|区数据局|||null']);
    expect(readNotice(text).tasks.map(({ section }) => section)).toEqual(['一、深化公开', '二、强化服务']);
  });

  it('may have bars around its cells, blank ones too', () => {
    const text =
      '|序号|\n|工作任务|\n|牵头单位|\n|责任单位|\n|时限要求|\n|1|\n|制定计划，报市政府审定。|\n|市甲委|\n|市乙局|\n|2022年3月底前|\n|2|\n|开展中期评估。|\n|市甲委|\n||\n|长期坚持|';
    expect(rows(text)).toEqual([
      '1|制定计划，报市政府审定|市甲委||市乙局|2022-03-31',
      '2|开展中期评估|市甲委|||长期坚持',
    ]);
  });
});
