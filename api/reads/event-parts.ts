import type { ComputedDate } from '../../domain/calendar/working-calendar.ts';
import { contentRefsIn } from '../../store/ledger/content-refs.ts';

/** A counted day within an event, under the name of the field in which it stands. */
export interface NamedDate {
  readonly label: string;
  readonly computed: ComputedDate;
}

const dateNames: Readonly<Record<string, string>> = {
  due: '时限',
  receiptDue: '签收时限',
  resubmitDue: '重新报送时限',
  answerDue: '回复时限',
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
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, Array.isArray(value) ? name : key));
}
