import type { Letter, LetterKind } from '../ledger/letter.ts';
import { paperName } from '../order/paper-form.ts';
import { factText } from './letter-facts.ts';
import type { LetterText } from './letter-wording.ts';

/** Kinds of letters about slips, orders and what was promised when a unit was urged. */
export type OrderLetterKind = Extract<
  LetterKind,
  `order-${string}` | `slip-${string}` | 'slips-withheld' | 'promise-due' | 'step-recorded'
>;

/** How letters about slips 催办单, orders 督办单 and promises read. */
export const orderTexts: Readonly<Record<OrderLetterKind, LetterText>> = {
  'order-opened': {
    name: (facts) => `收到${paperOf(facts)}`,
    counted: { by: 'rows', measure: '项' },
    nature: 'deadline',
    act: '回复',
    ask: '请按要求整改并报送整改情况',
    family: 'paper',
  },
  'slip-sent': {
    name: (facts) => `收到${paperOf(facts)}`,
    counted: { by: 'rows', measure: '项' },
    nature: 'deadline',
    act: '回复',
    ask: '请报送所列事项并书面回复',
    family: 'paper',
  },
  'order-answer-returned': {
    name: (facts) => `${paperOf(facts)}的回复被退回`,
    counted: null,
    nature: 'deadline',
    act: '回复',
    ask: '请查看退回理由并继续整改',
    family: 'paper',
  },
  'order-answer-due': {
    name: (facts) => `${paperOf(facts)}待回复`,
    counted: null,
    nature: 'deadline',
    act: '回复',
    ask: '请按时回复',
    family: 'paper',
  },
  'step-recorded': {
    name: (facts) => `${steps[factText(facts, 'orderStep')] ?? '督办措施'}已登记`,
    counted: null,
    nature: 'notice',
    act: '',
    ask: '请知悉',
    family: 'step',
  },
  'order-answer-overdue': {
    name: (facts) => `${paperOf(facts)}逾期未回复`,
    counted: null,
    nature: 'deadline',
    act: '回复',
    ask: '请核实并研究下一步措施',
    family: 'decision',
  },
  'order-undelivered': {
    name: (facts) => `${paperOf(facts)}无法投递`,
    counted: null,
    nature: 'overdue',
    act: '送达',
    ask: '请以其他方式送达并登记，送达前不计回复期限',
    family: 'decision',
  },
  'slips-withheld': {
    name: () => '因提醒无法投递而未列入催办单',
    counted: { by: 'units', measure: '个单位' },
    nature: 'overdue',
    act: '送达',
    ask: '请以其他方式送达并登记，再行催办',
    family: 'withheld',
  },
  'promise-due': {
    name: () => '承诺事项到期仍未报送',
    counted: { by: 'rows', measure: '项' },
    nature: 'deadline',
    act: '报送',
    ask: '请再次催办',
    family: 'promise',
  },
  'order-proposed': {
    name: (facts) => `提请开具${paperOf(facts)}`,
    counted: { by: 'rows', measure: '项' },
    nature: 'notice',
    act: '',
    ask: '请决定是否督办',
    family: 'decision',
  },
  'slip-to-confirm': {
    name: (facts) => `${paperOf(facts)}待确认`,
    counted: { by: 'rows', measure: '项' },
    nature: 'notice',
    act: '',
    ask: '请确认后编号发出',
    family: 'decision',
  },
  'order-answered': {
    name: (facts) => `${paperOf(facts)}的回复待审核`,
    counted: null,
    nature: 'deadline',
    act: '审核',
    ask: '请审核',
    family: 'decision',
  },
  'order-proposal-refused': {
    name: (facts) => `${paperOf(facts)}未获同意`,
    counted: null,
    nature: 'notice',
    act: '',
    ask: '请查看理由',
    family: 'decision',
  },
  'order-closed': {
    name: (facts) => `${paperOf(facts)}${outcomes[factText(facts, 'outcome')] ?? '已办结'}`,
    counted: null,
    nature: 'notice',
    act: '',
    ask: '请知悉',
    family: 'closed',
  },
};

const steps: Readonly<Record<string, string>> = { bulletin: '通报', interview: '约谈' };

const outcomes: Readonly<Record<string, string>> = { accepted: '已办结', settled: '已办结', withdrawn: '已撤销' };

// With its number once it has one.
function paperOf(facts: Letter['facts']): string {
  const [kind, form] = [factText(facts, 'orderKind'), factText(facts, 'form')];
  const name = paperName(kind === 'order' ? 'order' : 'slip', form === 'letter' ? 'letter' : 'slip');
  const number = factText(facts, 'number');
  return number === '' ? name : `${name}（${number}）`;
}
