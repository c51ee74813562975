import type { ComputedDate } from '../../domain/calendar/working-calendar.ts';
import type { EventBase } from '../../domain/ledger/event.ts';
import type { PaperApproval } from '../../domain/paper-approval.ts';
import { contentRefsIn } from '../../store/ledger/content-refs.ts';

/** A counted day within an event, under the name of the field in which it stands. */
export interface NamedDate {
  readonly label: string;
  readonly computed: ComputedDate;
}

const dateNames: Readonly<Record<string, string>> = {
  due: '时限',
  day: '起草催办单的日期',
  receiptDue: '签收时限',
  resubmitDue: '重新报送时限',
  answerDue: '回复时限',
  reviewDue: '审核时限',
  statementDue: '提出意见时限',
  decideBy: '决定时限',
  escalateOn: '转为督办的日期',
  remindOn: '提醒决定的日期',
  concludeFrom: '可作结论的日期',
};

/** Every day of an event that was counted in working days, each once. */
export function datesIn(value: unknown, name = ''): readonly NamedDate[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isComputed(value)) return [{ label: dateNames[name] ?? '日期', computed: value }];
  const found = Object.entries(value).flatMap(([key, part]) => datesIn(part, Array.isArray(value) ? name : key));
  return found.filter(
    ({ label, computed }, index) =>
      found.findIndex((each) => each.label === label && each.computed.date === computed.date) === index,
  );
}

function isComputed(value: object): value is ComputedDate {
  return 'date' in value && 'from' in value && 'workingDays' in value && 'calendarVersions' in value;
}

const textNames: Readonly<Record<string, string>> = {
  done: '进展情况',
  problem: '存在问题',
  next: '下一步举措',
  reason: '理由',
  text: '正文',
  contacts: '联系人',
  claim: '核查事项',
  evidence: '核查依据',
  reached: '联系到',
  promise: '承诺',
  demand: '督办要求',
  outcome: '结果',
  grounds: '异议理由',
  reasons: '提请理由',
};

/** A text of an event by its reference, under the name of the field in which it stands. */
export interface NamedText {
  readonly label: string;
  readonly contentId: string;
}

/** Every text of an event. */
export function textsIn(value: unknown, name = ''): readonly NamedText[] {
  if (typeof value !== 'object' || value === null) return [];
  const [own] = 'contentId' in value ? contentRefsIn(value) : [];
  if (own !== undefined) return [{ label: textNames[name] ?? '正文', contentId: own.contentId }];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, nameWithin(value, { key, name })));
}

// The elements of a list, and the text of a thing that has a name, are called as that is.
function nameWithin(value: object, { key, name }: { readonly key: string; readonly name: string }): string {
  return Array.isArray(value) || (key === 'text' && textNames[name] !== undefined) ? name : key;
}

/** What an event says of the signed sheet on which it rests; null where it was approved online, or needs no approval. */
export function paperIn(event: EventBase): PaperApproval | null {
  if (!('paper' in event) || typeof event.paper !== 'object') return null;
  return event.paper as PaperApproval;
}
