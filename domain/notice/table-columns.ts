import type { FieldKind } from './role-vocabulary.ts';

/** What the cells of a column hold. */
export type ColumnKind = FieldKind | 'number' | 'category' | 'title' | 'text' | 'progress' | 'ignored';

/** A column as announced by the table's head. */
export interface TableColumn {
  readonly kind: ColumnKind;
  readonly label: string;
}

const heads: readonly (readonly [kind: ColumnKind, form: RegExp])[] = [
  ['number', /^(?:序号|编号|号|任务编号|项目编号|任务序号|NO|No)$/],
  [
    'progress',
    /^(?:第?[一二三四1-4]季度|[上下]半年|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底)?)(?:工作)?(?:目标|进度|安排|计划|任务|节点)?$/,
  ],
  ['person', /^(?!.*(?:单位|部门)).*(?:领导|责任人|负责人|联系人|联络员|分管)/],
  ['office', /(?:处室|科室|股室|内设机构)/],
  ['time', /时限|时间|期限|节点|进度安排|完成进度|时序/],
  ['lead', /^.{0,6}(?:牵头|主办|主责|主要责任)/],
  ['support', /配合|参与|协办|协同|协助|参加|协作/],
  ['other', /^(?:.{0,4})(?:指导|督导|督查|督办|监督|考核)(?:单位|部门)/],
  [
    'responsible',
    /(?:责任|负责|承办|落实|实施|执行|承担|完成|主管)(?:单位|部门|主体|机构|地区)|责任分工|任务分工|^(?:单位|部门)$/,
  ],
  ['ignored', /备注|说明|进展|完成情况|依据|来源|是否|资金|状态|得分|分值|权重/],
  ['category', /类别|分类|领域|类型|板块|方面|专题|大类|篇章|章节|工程名称/],
  [
    'title',
    /^(?:工作|重点|主要|目标|改革|任务|年度|具体)?(?:任务|事项|工作|项目|要点|重点任务|重点工作|名称|工作任务|工作事项|任务名称|事项名称|项目名称|指标|指标名称|主要任务)$/,
  ],
  ['text', /内容|措施|举措|要求|目标|任务|事项|工作|细化|安排|成果|标准|做法|项目|指标|清单/],
];

/** Kinds of columns whose heads a vocabulary can add; heads that name units, persons or times are labels. */
export type TaughtColumn = 'number' | 'category' | 'title' | 'text' | 'progress' | 'ignored';

/** Heads of columns ready for reading. */
export interface ColumnWords {
  /** The column that a cell of a head announces, or `null` for text that announces none. */
  readonly columnOf: (head: string) => TableColumn | null;
}

/** Makes heads of columns ready for reading. */
export function columnWords(
  labelKind: (word: string) => FieldKind | null,
  taught: Readonly<Partial<Record<TaughtColumn, readonly string[]>>>,
): ColumnWords {
  return {
    columnOf(head) {
      const label = head.replace(/[([][^()[\]]*[)\]]/g, '').replace(/[\s*|:]/g, '');
      if (label === '' || label.length > 16 || /[。,;]/.test(label)) return null;
      const added = taughtColumns.find((kind) => taught[kind]?.includes(label) === true);
      if (added !== undefined) return { kind: added, label };
      const known = labelKind(label);
      if (known !== null) return { kind: /处室|科室|股室/.test(label) ? 'office' : known, label };
      return columnByForm(label);
    },
  };
}

const taughtColumns: readonly TaughtColumn[] = ['number', 'category', 'title', 'text', 'progress', 'ignored'];

function columnByForm(label: string): TableColumn | null {
  // A line such as 民生实事任务分解 stands over a table, not in its head.
  if (label.length > 12 || /(?:表|方案|分解|分工|通知|意见|清单)$/.test(label)) return null;
  const found = heads.find(([, form]) => form.test(label));
  if (found !== undefined && label.length > 8 && (found[0] === 'text' || found[0] === 'category')) return null;
  return found === undefined ? null : { kind: found[0], label };
}

/**
 * Settles the columns against each other: an office 科室 is responsible where no unit is named beside it; of several
 * columns of text the first is the title, and of three the first groups the rows.
 */
export function settledColumns(columns: readonly TableColumn[]): TableColumn[] {
  const hasUnits = columns.some(({ kind }) => isUnitColumn(kind));
  const texts = columns.filter(({ kind }) => kind === 'title' || kind === 'text');
  const hasCategory = columns.some(({ kind }) => kind === 'category');
  return columns.map((column) => {
    if (column.kind === 'office') return hasUnits ? column : { ...column, kind: officeRole(column.label) };
    const place = texts.indexOf(column);
    if (place === -1) return column;
    if (texts.length === 1) return { ...column, kind: 'text' };
    if (place === 0 && texts.length >= 3 && !hasCategory && column.kind === 'title')
      return { ...column, kind: 'category' };
    const first = texts.length >= 3 && !hasCategory && texts[0]?.kind === 'title' ? 1 : 0;
    return { ...column, kind: place === first ? 'title' : 'text' };
  });
}

/** Whether cells of this kind name units. */
export function isUnitColumn(kind: ColumnKind): kind is 'lead' | 'support' | 'responsible' | 'other' {
  return kind === 'lead' || kind === 'support' || kind === 'responsible' || kind === 'other';
}

/** Whether these columns are the head of a table of tasks. */
export function isTaskTable(columns: readonly TableColumn[]): boolean {
  const hasUnits = columns.some(({ kind }) => isUnitColumn(kind) || kind === 'office');
  return hasUnits && columns.some(({ kind }) => kind === 'title' || kind === 'text');
}

function officeRole(label: string): 'lead' | 'support' | 'responsible' {
  if (/牵头|主办/.test(label)) return 'lead';
  return /配合|参与|协办/.test(label) ? 'support' : 'responsible';
}
