import type { ColumnKind } from '../../domain/notice/table-columns.ts';

/** What the cells of a column are taken for, as it is shown to the person who checks it; `null` where they are not read. */
export function columnMeaning(kind: ColumnKind): string | null {
  switch (kind) {
    case 'number':
      return '序号';
    case 'category':
      return '类别';
    case 'title':
      return '工作任务';
    case 'text':
      return '工作内容';
    case 'progress':
      return '进度安排';
    case 'lead':
      return '牵头单位';
    case 'support':
      return '配合单位';
    case 'responsible':
      return '责任单位';
    case 'other':
      return '其他单位';
    case 'person':
      return '责任人';
    case 'office':
      return '内设机构';
    case 'time':
      return '完成时限';
    case 'scope':
      return '适用范围';
    case 'ignored':
      return null;
  }
}
