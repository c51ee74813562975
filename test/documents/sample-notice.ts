import { readNotice } from '../../domain/notice/read-notice.ts';

/** A made-up notice: its paragraphs as a plain text file has them, and the level at which a list program numbers them. */
export const paragraphs: readonly { readonly text: string; readonly level?: 0 | 1 | 2 }[] = [
  { text: '云川市2026年数字经济发展工作要点' },
  { text: '为深入实施数字强市战略，推动数字经济与实体经济深度融合，结合我市实际，制定本工作要点。' },
  { text: '总体要求', level: 0 },
  { text: '坚持创新驱动、应用牵引，力争全市数字经济核心产业增加值增长12%以上。' },
  { text: '重点任务', level: 0 },
  { text: '夯实数字基础设施', level: 1 },
  {
    text: '加快新型网络建设。推进城区和产业园区第五代移动通信网络深度覆盖，年内新建基站800个以上，6月底前完成重点园区网络改造。（市通信发展办牵头，市发展改革委、市财政局配合）',
    level: 2,
  },
  {
    text: '统筹算力资源布局。建成市级算力调度平台，接入企业不少于30家。（市数据局牵头，市工业和信息化局、市科技局按职责分工负责）',
    level: 2,
  },
  { text: '壮大数字产业', level: 1 },
  {
    text: '培育数字经济企业。全年新增规模以上数字经济企业20家，力争培育专精特新企业15家。（市工业和信息化局牵头，各区县人民政府配合）',
    level: 2,
  },
  {
    text: '推动产业园区转型。年底前建成2个数字产业示范园区。（市商务局牵头，市自然资源局、市住房城乡建设局配合）',
    level: 2,
  },
  { text: '保障措施', level: 0 },
  { text: '各地各部门要加强组织领导，细化工作举措，确保各项任务落到实处。' },
  { text: '云川市数字经济工作领导小组办公室' },
  { text: '2026年1月20日' },
];

const numbers: readonly string[] = [
  '',
  '',
  '一、',
  '',
  '二、',
  '（一）',
  '1．',
  '2．',
  '（二）',
  '3．',
  '4．',
  '三、',
  '',
  '',
  '',
];

/** The same notice as plain text, its numbers typed. */
export const plainNotice = paragraphs.map(({ text }, index) => `${numbers[index] ?? ''}${text}\n`).join('');

/** A table of tasks, with cells merged downwards left blank as plain text does; `units` of the third row are those of the second. */
export const tableRows: readonly (readonly string[])[] = [
  ['序号', '工作任务', '主要内容', '牵头单位', '配合单位', '完成时限'],
  [
    '1',
    '建设算力平台',
    '建成市级算力调度平台，接入企业不少于30家。',
    '市数据局',
    '市科技局、市财政局',
    '2026年6月30日',
  ],
  ['2', '培育重点企业', '全年新增规模以上数字经济企业20家。', '市工业和信息化局', '各区县人民政府', '2026年12月31日'],
  ['3', '举办产业大会', '举办数字经济产业大会1场，签约项目10个。', '市工业和信息化局', '市商务局', '2026年9月30日'],
];

/** The table as plain text. */
export const plainTable = `云川市2026年数字经济重点任务分解表\n${tableRows.map((row) => `| ${row.join(' | ')} |\n`).join('')}`;

/** What readers of different documents have to agree on, without places. */
export function tasksIn(text: string): readonly object[] {
  return readNotice(text).tasks.map(
    ({ number, title, sectionPath, lead, support, responsible, otherRoles, targets, deadlines, deadline }) => ({
      number,
      title,
      sectionPath,
      lead,
      support,
      responsible,
      otherRoles,
      targets: targets.map(({ text: said, value, unit, comparator }) => ({ said, value, unit, comparator })),
      deadlines: deadlines.map(({ text: said, date }) => ({ said, date })),
      deadline,
    }),
  );
}
