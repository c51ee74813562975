import type { ChainAct } from '../act/chain-act.ts';
import { seatNames } from '../actor.ts';
import type { TaskChange } from '../task/change/task-change.ts';
import { objectionOutcomeNames, targetNames } from '../objection/objection-target.ts';
import { lightNames } from '../task/light-sentence.ts';
import { type NamesOfChanges, changeWords, obligationWords } from './change-words.ts';
import { chineseDay, isPlainDate } from '../plain-date.ts';

/** Names behind ids, as they are on the day of print. */
export interface NamesOfActs extends NamesOfChanges {
  /** The name of the person with this key; the key of one who is not registered. */
  readonly person: (personKey: string) => string;
  /** What a change asks for that is to be decided; nothing where nobody knows it. */
  readonly change: (changeId: string) => TaskChange | null;
  /** `催办单（镇数字办催〔2022〕1号，市发改委）` */
  readonly order: (orderId: string) => string;
  /** What a finding claims. */
  readonly finding: (findingId: string) => string;
  /** `市发改委对…的异议` */
  readonly objection: (objectionId: string) => string;
  /** `第3项任务“…”` */
  readonly task: (taskId: string) => string;
}

/** What the sheet of an act puts before the head or the leader, a line each. */
export function actWords(act: ChainAct, names: NamesOfActs): readonly string[] {
  if (act.type === 'answerConsultation') {
    if (act.opinions.length === 0) return ['无意见。'];
    return act.opinions.map(({ taskNumber, text }) => `对第${taskNumber}项任务的意见：${text}`);
  }
  if (act.type === 'changeContacts') return contactLines(act, names);
  if (act.type === 'requestChange') {
    const { taskId, change, reason } = act;
    return [`涉及任务：${names.task(taskId)}`, ...changeWords(taskId, change, names), `申请理由：${reason}`];
  }
  if (act.type === 'fileObjection') return [`异议对象：${targetNames[act.about.kind]}`, ...fieldLines(act, names)];
  return act.type === 'decideChange' ? decisionLines(act, names) : fieldLines(act, names);
}

function decisionLines(
  { taskId, changeId, outcome, reason, replacementId }: Extract<ChainAct, { type: 'decideChange' }>,
  names: NamesOfActs,
): readonly string[] {
  const change = names.change(changeId);
  return [
    `涉及任务：${names.task(taskId)}`,
    ...(change === null ? [] : changeWords(taskId, change, names)),
    `拟办意见：${outcome === 'granted' ? '同意' : '不同意'}`,
    ...(replacementId === null ? [] : [`接办单位：${names.unit(replacementId)}`]),
    `理由：${reason}`,
  ];
}

function contactLines(
  { from, leaves, takes, contacts, reason }: Extract<ChainAct, { type: 'changeContacts' }>,
  names: NamesOfActs,
): readonly string[] {
  return [
    `自${chineseDay(from, true)}起变更联系人。`,
    ...leaves.map(({ personKey, seat }) => `不再担任${seatNames[seat]}：${names.person(personKey)}`),
    ...takes.map(({ person, seat, rank }) => {
      const role = `${seatNames[seat]}${rank === null ? '' : `（${rank}角）`}`;
      const { particulars } = person;
      if (particulars === null) return `担任${role}：${names.person(person.key)}`;
      const { name, phone, mobile, email } = particulars;
      return `担任${role}：${name}，办公电话${phone}，手机${mobile}，邮箱${email}`;
    }),
    ...(contacts === null ? [] : [`责任领导、责任处室：${contacts}`]),
    `变更理由：${reason}`,
  ];
}

// Every other act says what it is about and what is asked in fields of these names.
const labels: Readonly<Record<string, string>> = {
  text: '内容',
  grounds: '异议理由',
  reason: '理由',
  basis: '依据',
  demand: '要求',
  title: '事项',
  due: '期限',
  from: '起始日期',
  to: '截止日期',
};

// Words of decisions, whatever field they stand in.
const decisions: Readonly<Record<string, string>> = {
  ...objectionOutcomeNames,
  ...lightNames,
  accepted: '认可',
  returned: '退回',
  settled: '事项已落实，予以办结',
  withdrawn: '撤销',
};

const decisionLabels: Readonly<Record<string, string>> = {
  outcome: '处理意见',
  verdict: '审核意见',
  light: '调整后的亮灯',
};

function fieldLines(value: object, names: NamesOfActs): readonly string[] {
  const taskId = 'taskId' in value && typeof value.taskId === 'string' ? value.taskId : '';
  return Object.entries(value).flatMap(([key, field]: readonly [string, unknown]) => {
    if (typeof field === 'object' && field !== null) return fieldLines(field, names);
    return typeof field === 'string' ? fieldLine({ key, field, taskId }, names) : [];
  });
}

interface ActField {
  readonly key: string;
  readonly field: string;
  readonly taskId: string;
}

function fieldLine({ key, field, taskId }: ActField, names: NamesOfActs): readonly string[] {
  switch (key) {
    case 'taskId':
      return [`涉及任务：${names.task(field)}`];
    case 'subjectId':
      return [`具体事项：${names.item(taskId, field)}`];
    case 'obligationId':
      return [`报送任务：${obligationWords(field)}`];
    case 'orderId':
      return [`对应文书：${names.order(field)}`];
    case 'findingId':
      return [`核查事项：${names.finding(field)}`];
    case 'objectionId':
      return [`对应异议：${names.objection(field)}`];
    default:
      return plainLine(key, field, names);
  }
}

function plainLine(key: string, field: string, names: NamesOfActs): readonly string[] {
  if (key.endsWith('nitId')) return [`涉及单位：${names.unit(field)}`];
  const decision = decisionLabels[key];
  if (decision !== undefined) return [`${decision}：${decisions[field] ?? field}`];
  const label = labels[key];
  return label === undefined ? [] : [`${label}：${isPlainDate(field) ? chineseDay(field, true) : field}`];
}
