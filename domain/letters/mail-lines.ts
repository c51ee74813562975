import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Letter } from '../ledger/letter.ts';
import type { PlainDate } from '../plain-date.ts';
import { deadlineText } from './deadline-text.ts';
import { countOf, factText, periodName } from './letter-facts.ts';
import { letterPage } from './letter-page.ts';
import { letterTexts } from './letter-text.ts';
import type { LetterText } from './letter-wording.ts';
import { plainLine } from './plain-line.ts';

/** A letter as the post office hands it over to be worded. */
export interface MailedLetter extends Letter {
  readonly id: string;
  readonly chain: string;
}

/** What wording lines needs besides the letters. */
export interface LineContext {
  readonly planId: string;
  readonly today: PlainDate;
  readonly calendar: WorkingCalendar;
  /** Names of units by id, as they are valid today. */
  readonly unitNames: Readonly<Record<string, string>>;
}

/** One line of a mail: all letters of one kind, unit, period and due day, counted together. */
export interface MailLine {
  readonly name: string;
  readonly text: string;
  readonly ask: string;
  /** Below the public address. */
  readonly page: string;
  readonly isOverdue: boolean;
}

/** The lines of a mail by consequence: what is overdue, oldest first; then what is due soonest; then the rest. */
export function mailLines(letters: readonly MailedLetter[], context: LineContext): readonly MailLine[] {
  const groups = Object.values(Object.groupBy(latestOfEach(letters), groupKey)).filter((group) => group !== undefined);
  const severalUnits = new Set(letters.map(({ receiver }) => receiver.unitId)).size > 1;
  return groups
    .flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [{ first, group, order: orderOf(first, context) }];
    })
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ first, group }) => lineOf(first, group, { ...context, severalUnits }));
}

// A mail that waited may hold yesterday's reminder and today's for the same thing: it is one thing, and is counted once.
function latestOfEach(letters: readonly MailedLetter[]): readonly MailedLetter[] {
  const latest = new Map<string, MailedLetter>();
  for (const letter of letters) {
    const { chain, key, receiver } = letter;
    const thing = JSON.stringify([chain, key, letterTexts[letter.kind].family, receiver.unitId, receiver.seat]);
    const known = latest.get(thing);
    if (known === undefined || isAfter(letter, known)) latest.set(thing, letter);
  }
  return [...latest.values()];
}

function isAfter(a: MailedLetter, b: MailedLetter): boolean {
  return a.dueAt === b.dueAt ? kindPlace(a) < kindPlace(b) : a.dueAt > b.dueAt;
}

function groupKey({ kind, receiver, about, facts }: MailedLetter): string {
  const named = ['unitId', 'period', 'obligationKind', 'approved', 'change', 'number'];
  const parts = named.map((name) => factText(facts, name));
  return JSON.stringify([kind, receiver.unitId, about, ...parts]);
}

function orderOf(letter: MailedLetter, context: LineContext): string {
  const { nature } = letterTexts[letter.kind];
  const rank = isOverdue(letter, context.today) ? 0 : nature === 'deadline' && letter.about !== null ? 1 : 2;
  const due = nature === 'notice' ? '' : (letter.about ?? '');
  const place = String(kindPlace(letter)).padStart(2, '0');
  const unit = context.unitNames[factText(letter.facts, 'unitId') || letter.receiver.unitId] ?? '';
  return [rank, due, place, unit, groupKey(letter)].join('/');
}

const kinds = Object.keys(letterTexts);

function kindPlace({ kind }: MailedLetter): number {
  return kinds.indexOf(kind);
}

function isOverdue({ kind, about }: MailedLetter, today: PlainDate): boolean {
  const { nature } = letterTexts[kind];
  return nature === 'overdue' || (nature === 'deadline' && about !== null && about < today);
}

function lineOf(
  letter: MailedLetter,
  group: readonly MailedLetter[],
  context: LineContext & { readonly severalUnits: boolean },
): MailLine {
  const { name: nameOf, counted, nature, act, ask } = letterTexts[letter.kind];
  const name = plainLine(nameOf(letter.facts));
  const deadline =
    nature === 'deadline' && letter.about !== null
      ? [deadlineText(context.calendar, { due: letter.about, today: context.today, act })]
      : [];
  const notes = [periodName(letter.facts), ...unitNotes(letter, context), taskNote(group)].filter(
    (note) => note !== '',
  );
  return {
    name,
    text:
      [name, ...countText(counted, group), ...deadline].join('，') +
      (notes.length > 0 ? `（${notes.join('；')}）` : ''),
    ask,
    page: letterPage(context.planId, letter),
    isOverdue: isOverdue(letter, context.today),
  };
}

function countText(counted: LetterText['counted'], group: readonly MailedLetter[]): readonly string[] {
  const counts =
    counted === null ? [] : group.map(({ facts }) => countOf(facts, counted.by)).filter((count) => count !== null);
  return counts.length === 0 ? [] : [`${counts.reduce((sum, count) => sum + count, 0)} ${counted?.measure}`];
}

function unitNotes(
  { receiver, facts }: MailedLetter,
  { unitNames, severalUnits }: { readonly unitNames: LineContext['unitNames']; readonly severalUnits: boolean },
): readonly string[] {
  const about = factText(facts, 'unitId');
  const isOther = about !== '' && about !== receiver.unitId;
  if (!isOther && !severalUnits) return [];
  return [plainLine(unitNames[isOther ? about : receiver.unitId] ?? '', 40)];
}

// A few tasks are named, many only counted.
function taskNote(group: readonly MailedLetter[]): string {
  const numbers = [...new Set(group.map(({ facts }) => factText(facts, 'taskNumber')))].filter(
    (number) => number !== '',
  );
  if (numbers.length === 0 || numbers.length > 5) return '';
  const title = numbers.length === 1 ? factText(group[0]?.facts ?? {}, 'taskTitle') : '';
  const sorted = numbers.toSorted((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }));
  return plainLine(`任务${sorted.join('、')}${title === '' ? '' : `“${plainLine(title, 30)}”`}`, 80);
}
