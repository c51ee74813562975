import type { LetterKind } from '../ledger/letter.ts';
import { factText } from './letter-facts.ts';
import type { LetterText } from './letter-wording.ts';

/** Kinds of letters about findings, decided lights and objections. */
export type FindingLetterKind = Extract<LetterKind, `finding-${string}` | `objection-${string}` | 'light-decided'>;

/** How letters about findings 核查记录, decided lights and objections 异议 read. */
export const findingTexts: Readonly<Record<FindingLetterKind, LetterText>> = {
  'objection-overdue': {
    name: (facts) => `对${factText(facts, 'target')}的异议逾期未答复`,
    counted: { by: 'letters', measure: '件' },
    nature: 'deadline',
    act: '答复',
    ask: '请立即由原经办人以外的人员复核并答复',
    family: 'objection',
  },
  'finding-opened': {
    name: () => '督查核查情况征求意见',
    counted: { by: 'letters', measure: '件' },
    nature: 'deadline',
    act: '提出意见',
    ask: '请核对核查情况，有意见的经单位负责人审签后提出',
    family: 'finding',
  },
  'finding-unanswered': {
    name: () => '核查情况未收到单位意见，期限已过',
    counted: { by: 'letters', measure: '件' },
    nature: 'notice',
    act: '',
    ask: '请作出核查结论',
    family: 'finding',
  },
  'finding-stated': {
    name: () => '被核查单位已提出意见',
    counted: { by: 'letters', measure: '件' },
    nature: 'notice',
    act: '',
    ask: '请作出核查结论',
    family: 'finding',
  },
  'finding-concluded': {
    name: () => '督查核查已作出结论',
    counted: { by: 'letters', measure: '件' },
    nature: 'notice',
    act: '',
    ask: '请查看；有异议的可以在规定期限内经单位负责人审签后提出',
    family: 'finding',
  },
  'light-decided': {
    name: () => '亮灯经决定调整',
    counted: { by: 'letters', measure: '项' },
    nature: 'notice',
    act: '',
    ask: '请查看调整理由',
    family: 'light',
  },
  'objection-filed': {
    name: (facts) => `收到对${factText(facts, 'target')}的异议`,
    counted: { by: 'letters', measure: '件' },
    nature: 'deadline',
    act: '答复',
    ask: '请由原经办人以外的人员复核并答复',
    family: 'objection',
  },
  'objection-due': {
    name: (facts) => `对${factText(facts, 'target')}的异议待答复`,
    counted: { by: 'letters', measure: '件' },
    nature: 'deadline',
    act: '答复',
    ask: '请由原经办人以外的人员复核并答复',
    family: 'objection',
  },
  'objection-answered': {
    name: (facts) => `对${factText(facts, 'target')}的异议已答复`,
    counted: { by: 'letters', measure: '件' },
    nature: 'notice',
    act: '',
    ask: '请查看复核结果和理由',
    family: 'objection',
  },
  'objection-withdrawn': {
    name: (facts) => `对${factText(facts, 'target')}的异议已撤回`,
    counted: { by: 'letters', measure: '件' },
    nature: 'notice',
    act: '',
    ask: '请知悉',
    family: 'objection',
  },
};
