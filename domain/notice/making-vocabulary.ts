import { alternatives } from './word-forms.ts';

/** Verbs by which a thing comes into being. */
export const defaultMakingVerbs: readonly string[] = [
  '出台',
  '编制',
  '制定',
  '制订',
  '修订',
  '印发',
  '发布',
  '建成',
  '完成',
  '举办',
  '召开',
  '组建',
  '成立',
  '设立',
  '开通',
  '推出',
  '上线',
  '启动',
  '建立',
];
// With a day of its own, any of these is a deliverable as well.
const datedVerbs: readonly string[] = [
  '实现',
  '纳入',
  '优化',
  '下放',
  '落实',
  '开展',
  '实施',
  '建设',
  '打造',
  '投用',
  '建',
  '开工',
  '选取',
  '改造',
  '推进',
  '推动',
];

/** Verbs of deliverables ready for reading. */
export interface MakingWords {
  readonly making: RegExp;
  readonly dated: RegExp;
}

/** Makes verbs of deliverables ready for reading. */
export function makingWords(verbs: readonly string[]): MakingWords {
  return {
    making: new RegExp(alternatives(verbs), 'g'),
    dated: new RegExp([...verbs, ...datedVerbs].map((word) => alternatives([word])).join('|')),
  };
}
