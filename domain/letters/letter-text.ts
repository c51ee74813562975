import type { Letter, LetterKind } from '../ledger/letter.ts';
import { type CountedBy, factText, returnName } from './letter-facts.ts';

/** How letters of one kind read in a mail. */
export interface LetterText {
  /** What it is about, the beginning of its line. */
  readonly name: (facts: Letter['facts']) => string;
  /** What its letters are counted by, and the measure word; null where there is only one. */
  readonly counted: { readonly by: CountedBy; readonly measure: string } | null;
  /** Whether `about` is a day by which the receiver has to act, something that is overdue already, or neither. */
  readonly nature: 'deadline' | 'overdue' | 'notice';
  /** What had to be done by the day, as in 「应于10月12日报送」. */
  readonly act: string;
  /** What the receiver is asked to do. */
  readonly ask: string;
  /** Letters of one family about the same thing are one line: only the latest of them counts. */
  readonly family: string;
}

/** The one table from the kind of a letter to its Chinese text. Its order is that of lines of equal urgency. */
export const letterTexts: Readonly<Record<LetterKind, LetterText>> = {
  'needs-attention': {
    name: (facts) =>
      factText(facts, 'obligationKind') === '' ? '系统记录需要人工处理' : `${returnName(facts)}未能送达任务`,
    counted: { by: 'rows', measure: '项' },
    nature: 'overdue',
    act: '处理',
    ask: '请尽快核实处理',
    family: 'attention',
  },
  'obligation-overdue': {
    name: returnName,
    counted: { by: 'rows', measure: '行' },
    nature: 'deadline',
    act: '报送',
    ask: '请立即报送',
    family: 'obligation',
  },
  'rows-sent-back': {
    name: (facts) => `${returnName(facts)}退回修改`,
    counted: { by: 'rows', measure: '行' },
    nature: 'deadline',
    act: '重新报送',
    ask: '请按退回意见修改后重新报送',
    family: 'obligation',
  },
  'obligation-reminder': {
    name: returnName,
    counted: { by: 'rows', measure: '行' },
    nature: 'deadline',
    act: '报送',
    ask: '请按时报送',
    family: 'obligation',
  },
  'row-handed-over': {
    name: (facts) => `${returnName(facts)}转交填报`,
    counted: { by: 'rows', measure: '行' },
    nature: 'deadline',
    act: '填报',
    ask: '请填报后交联络员',
    family: 'handed-over',
  },
  'approval-due': {
    name: (facts) => `${returnName(facts)}待审签`,
    counted: { by: 'rows', measure: '行' },
    nature: 'deadline',
    act: '审签',
    ask: '请审签',
    family: 'approval',
  },
  'approval-refused': {
    name: (facts) => `${returnName(facts)}未通过审签`,
    counted: { by: 'rows', measure: '行' },
    nature: 'deadline',
    act: '报送',
    ask: '请按负责人意见修改后重新报请审签',
    family: 'obligation',
  },
  'approval-asked': {
    name: () => '任务分解方案报请审定',
    counted: { by: 'tasks', measure: '项任务' },
    nature: 'deadline',
    act: '审定',
    ask: '请审定',
    family: 'breakdown',
  },
  'notice-issued': {
    name: () => '文件已印发交办',
    counted: { by: 'tasks', measure: '项任务' },
    nature: 'deadline',
    act: '签收',
    ask: '请签收并报送责任人、联络员信息',
    family: 'receipt',
  },
  'receipt-reminder': {
    name: () => '文件尚未签收',
    counted: { by: 'tasks', measure: '项任务' },
    nature: 'deadline',
    act: '签收',
    ask: '请签收并报送责任人、联络员信息',
    family: 'receipt',
  },
  'receipt-listed': {
    name: () => '逾期未签收',
    counted: { by: 'units', measure: '个单位' },
    nature: 'overdue',
    act: '签收',
    ask: '请尽快签收或者催办',
    family: 'receipt',
  },
  'consultation-begun': {
    name: () => '任务分解方案征求意见',
    counted: { by: 'tasks', measure: '项任务' },
    nature: 'deadline',
    act: '反馈',
    ask: '请反馈意见，没有意见也请答复',
    family: 'consultation',
  },
  'consultation-reminder': {
    name: () => '征求意见尚未反馈',
    counted: { by: 'tasks', measure: '项任务' },
    nature: 'deadline',
    act: '反馈',
    ask: '请反馈意见，没有意见也请答复',
    family: 'consultation',
  },
  'consultation-lapsed': {
    name: () => '征求意见逾期未反馈',
    counted: { by: 'units', measure: '个单位' },
    nature: 'overdue',
    act: '反馈',
    ask: '请知悉，逾期未反馈不视为同意',
    family: 'consultation',
  },
  'review-overdue': {
    name: (facts) => `${returnName(facts)}审核超期`,
    counted: { by: 'rows', measure: '行' },
    nature: 'deadline',
    act: '审核',
    ask: '请立即审核',
    family: 'review',
  },
  'review-due': {
    name: (facts) => `${returnName(facts)}待审核`,
    counted: { by: 'rows', measure: '行' },
    nature: 'deadline',
    act: '审核',
    ask: '请审核',
    family: 'review',
  },
  'opinion-received': {
    name: () => '收到反馈意见',
    counted: { by: 'opinions', measure: '条' },
    nature: 'notice',
    act: '',
    ask: '请提出采纳意见',
    family: 'opinion',
  },
  'statement-possible': {
    name: (facts) => `${returnName(facts)}已采用，可以提出不同意见`,
    counted: { by: 'letters', measure: '项' },
    nature: 'deadline',
    act: '提出',
    ask: '对其中涉及本单位的表述有不同意见的，请提出',
    family: 'statement',
  },
  'breakdown-decided': {
    name: (facts) => `任务分解方案${decisions[factText(facts, 'approved')] ?? '审定结果'}`,
    counted: null,
    nature: 'notice',
    act: '',
    ask: '请查看',
    family: 'breakdown',
  },
  'opinion-decided': {
    name: () => '意见采纳情况',
    counted: { by: 'letters', measure: '条' },
    nature: 'notice',
    act: '',
    ask: '请查看',
    family: 'opinion',
  },
  'rows-accepted': {
    name: (facts) => `${returnName(facts)}审核通过`,
    counted: { by: 'rows', measure: '行' },
    nature: 'notice',
    act: '',
    ask: '请知悉',
    family: 'accepted',
  },
  'sheet-asked': {
    name: () => '审签单待审签',
    counted: { by: 'letters', measure: '件' },
    nature: 'notice',
    act: '',
    ask: '请审签',
    family: 'sheet',
  },
  'sheet-refused': {
    name: () => '审签单未通过审签',
    counted: { by: 'letters', measure: '件' },
    nature: 'notice',
    act: '',
    ask: '请按负责人意见修改后重新报请审签',
    family: 'sheet',
  },
  'sheet-act-refused': {
    name: () => '审签单已审签但未能办理',
    counted: { by: 'letters', measure: '件' },
    nature: 'notice',
    act: '',
    ask: '请查看未能办理的原因，修改后重新报请审签',
    family: 'sheet',
  },
  'task-ended': {
    name: () => '工作任务已办结',
    counted: { by: 'letters', measure: '项' },
    nature: 'notice',
    act: '',
    ask: '请知悉',
    family: 'ended',
  },
};

const decisions: Readonly<Record<string, string>> = { '1': '已审定同意', '0': '退回完善' };
