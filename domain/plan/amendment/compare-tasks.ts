import type { TaskReading } from '../../notice/notice-reading.ts';
import type { OpenPoint, TaskDraft } from '../task-draft.ts';
import { changedStretch } from './changed-stretch.ts';
import { compareItems } from './compare-items.ts';
import { wordsOfTask } from './match-tasks.ts';
import { type NoticeChange, type NoticeVersion, placeIn } from './notice-change.ts';

/** A task in one version, with the reading that it was drafted from. */
export interface TaskVersion {
  readonly text: string;
  readonly draft: TaskDraft;
  readonly reading: TaskReading | undefined;
  readonly points: readonly OpenPoint[];
}

/** The task at `place` of a version's breakdown. */
export function taskVersion({ text, reading, drafted }: NoticeVersion, place: number): TaskVersion {
  const draft = drafted.drafts[place];
  if (draft === undefined) throw new Error(`the breakdown has no task at place ${place}`);
  const points = drafted.points.filter(({ taskNumber }) => taskNumber === draft.number);
  return { text, draft, reading: reading.tasks[place], points };
}

/** The differences of one task; words that changed without changing what is asked of anybody are one difference of wording. */
export function compareTasks(old: TaskVersion, now: TaskVersion): readonly NoticeChange[] {
  const { number: taskNumber, group, title } = old.draft;
  const { draft } = now;
  const whole = { taskNumber, before: placeIn(old.text, old.draft.span), after: placeIn(now.text, draft.span) };
  const moved: readonly NoticeChange[] =
    draft.number === taskNumber && draft.group === group
      ? []
      : [{ kind: 'task-moved', ...whole, number: draft.number, group: draft.group }];
  if (wordsOfTask(old.text, old.draft) === wordsOfTask(now.text, draft) && isSameTerms(old.draft, draft)) return moved;
  const said: readonly NoticeChange[] = [
    ...(draft.title === title ? [] : [{ kind: 'title', ...whole, from: title, to: draft.title } as const]),
    ...partyChanges(old, now),
    ...compareItems({ text: old.text, items: old.draft.items }, { text: now.text, items: draft.items }, taskNumber),
  ];
  if (said.length > 0) return [...moved, ...said];
  const { before, after } = changedStretch(
    { text: old.text, span: old.draft.span },
    { text: now.text, span: draft.span },
  );
  return [...moved, { kind: 'wording', taskNumber, before, after }];
}

// A default time or a rule said elsewhere can change a task whose own words stand.
function isSameTerms(old: TaskDraft, now: TaskDraft): boolean {
  const parties = ({ parties: all }: TaskDraft) => all.map(({ unitId, role }) => `${unitId} ${role}`).join();
  const items = ({ items: all }: TaskDraft) => all.map(({ due, unitId }) => `${due} ${unitId}`).join();
  return parties(old) === parties(now) && items(old) === items(now);
}

function partyChanges(old: TaskVersion, now: TaskVersion): readonly NoticeChange[] {
  const taskNumber = old.draft.number;
  const [before, after] = [clauseOf(old), clauseOf(now)];
  const of = { taskNumber, before, after };
  const [parties, present] = [old.draft.parties, now.draft.parties];
  const same = (unitId: string) => present.find((party) => party.unitId === unitId);
  const left = parties.filter(({ unitId }) => same(unitId) === undefined);
  const joined = present.filter(({ unitId }) => parties.every((party) => party.unitId !== unitId));
  const names = old.points.filter(({ kind }) => kind === 'unknown-unit').map(({ quote }) => quote);
  const unknown = now.points.filter(({ kind, quote }) => kind === 'unknown-unit' && !names.includes(quote));
  return [
    ...left.map((party) => ({ kind: 'party-left', ...of, party }) as const),
    ...joined.map((party) => ({ kind: 'party-joined', ...of, party }) as const),
    ...parties.flatMap((party) => {
      const role = same(party.unitId)?.role ?? party.role;
      return role === party.role ? [] : [{ kind: 'party-role', ...of, party, role } as const];
    }),
    ...unknown.map(({ quote }) => ({ kind: 'unknown-unit', ...of, name: quote }) as const),
  ];
}

function clauseOf({ text, draft, reading }: TaskVersion) {
  return placeIn(text, reading?.clauseSpans[0] ?? draft.span);
}
