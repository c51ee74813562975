import type { ChainAct } from '../act/chain-act.ts';
import { seatNames } from '../actor.ts';
import type { TaskChange } from '../task/change/task-change.ts';
import { type NamesOfChanges, changeWords } from './change-words.ts';
import { chineseDay, isPlainDate } from '../plain-date.ts';

/** Names behind ids, as they are on the day of print. */
export interface NamesOfActs extends NamesOfChanges {
  /** The name of the person with this key; the key of one who is not registered. */
  readonly person: (personKey: string) => string;
  /** What a change asks for that is to be decided; nothing where nobody knows it. */
  readonly change: (changeId: string) => TaskChange | null;
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

function fieldLines(value: object, names: NamesOfActs): readonly string[] {
  return Object.entries(value).flatMap(([key, field]: readonly [string, unknown]) => {
    if (typeof field === 'object' && field !== null) return fieldLines(field, names);
    if (typeof field !== 'string') return [];
    if (key === 'taskId') return [`涉及任务：${names.task(field)}`];
    if (key.endsWith('nitId')) return [`涉及单位：${names.unit(field)}`];
    const label = labels[key];
    return label === undefined ? [] : [`${label}：${isPlainDate(field) ? chineseDay(field, true) : field}`];
  });
}
