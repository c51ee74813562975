import type { LetterKind } from '../ledger/letter.ts';
import type { LetterText } from './letter-wording.ts';

type AmendmentLetter = Extract<LetterKind, 'notice-amended' | 'amendment-reminder' | 'amendment-listed'>;

const receipt = { nature: 'deadline', act: '签收', ask: '请查看与本单位有关的修改并签收', family: 'receipt' } as const;

/** How letters about new versions of a notice read. */
export const amendmentTexts: Readonly<Record<AmendmentLetter, LetterText>> = {
  'notice-amended': { name: () => '文件有修改', counted: { by: 'tasks', measure: '项任务' }, ...receipt },
  'amendment-reminder': { name: () => '文件修改尚未签收', counted: { by: 'tasks', measure: '项任务' }, ...receipt },
  'amendment-listed': {
    name: () => '文件修改逾期未签收',
    counted: { by: 'units', measure: '个单位' },
    nature: 'overdue',
    act: '签收',
    ask: '请尽快签收或者催办',
    family: 'receipt',
  },
};
