import type { Letter, LetterKind } from '../ledger/letter.ts';
import { type ChangeKind, changeNames } from '../task/change/task-change.ts';
import { factText } from './letter-facts.ts';
import type { LetterText } from './letter-wording.ts';

type ChangeLetter = Extract<LetterKind, 'change-asked' | 'change-decided' | 'task-assigned' | 'instruction-given'>;

/** How letters about changes of tasks and about leaders' notes read. */
export const changeTexts: Readonly<Record<ChangeLetter, LetterText>> = {
  'instruction-given': {
    name: () => '市领导批示',
    counted: { by: 'letters', measure: '项' },
    nature: 'notice',
    act: '',
    ask: '请按批示要求办理',
    family: 'instruction',
  },
  'change-asked': {
    name: (facts) => `${changeName(facts)}申请待决定`,
    counted: { by: 'letters', measure: '项' },
    nature: 'deadline',
    act: '决定',
    ask: '请决定是否同意',
    family: 'change',
  },
  'task-assigned': {
    name: () => '新承担工作任务',
    counted: { by: 'letters', measure: '项' },
    nature: 'notice',
    act: '',
    ask: '请查看任务内容和报送时限，按时办理',
    family: 'assigned',
  },
  'change-decided': {
    name: (facts) => `${changeName(facts)}申请${changeOutcomes[factText(facts, 'approved')] ?? '已决定'}`,
    counted: { by: 'letters', measure: '项' },
    nature: 'notice',
    act: '',
    ask: '请查看决定内容和依据，按决定办理',
    family: 'change-decided',
  },
};

function changeName(facts: Letter['facts']): string {
  const kind = factText(facts, 'change');
  return isChangeKind(kind) ? changeNames[kind] : '变更';
}

function isChangeKind(kind: string): kind is ChangeKind {
  return Object.hasOwn(changeNames, kind);
}

const changeOutcomes: Readonly<Record<string, string>> = { '1': '已同意', '0': '未同意' };
