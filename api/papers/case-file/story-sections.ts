import { seatNames } from '../../../domain/actor.ts';
import { chineseMoment } from '../../../domain/instant.ts';
import { letterTexts } from '../../../domain/letters/letter-text.ts';
import { chineseDay } from '../../../domain/plain-date.ts';
import type { CaseBlock, CaseSection } from '../../../papers/case-file/case-file.ts';
import { type CaseLetter, caseLetters } from '../../../store/papers/case-record.ts';
import type { Store } from '../../../store/store.ts';
import { chainTimeline } from '../../reads/timeline.ts';
import type { TaskPageBody, TimelineEntryBody } from '../../schemas/task.ts';
import { type People, peopleOf } from '../../sight.ts';
import type { CaseSight } from './opening-sections.ts';
import { storyTable } from './story-table.ts';

type Entries = readonly TimelineEntryBody[];

const ofReports = [
  'rowsTaken',
  'rowsAccepted',
  'rowsSentBack',
  'rowsReopened',
  'statementFiled',
  'summaryWritten',
  'obligationsOverdue',
  'overdueLifted',
  'endingsDecided',
  'taskEnded',
];
const ofUrging = ['urged', 'promiseDue'];
const ofChanges = [
  'changeRequested',
  'changeDecided',
  'changeWithdrawn',
  'changeLapsed',
  'dueMoved',
  'assignmentChanged',
  'taskSuspended',
  'taskResumed',
  'instructionGiven',
  'obligationsRetimed',
];
const ofChecks = [
  'findingOpened',
  'findingRetimed',
  'findingStated',
  'findingConcluded',
  'findingWithdrawn',
  'lightDecided',
  'objectionNoted',
  'objectionEnded',
];

/** Every version of every row with its approval and review. */
export function reportSection(entries: Entries): CaseSection {
  return { title: '报送、审签与审核', blocks: storyTable(chosen(entries, ofReports)) };
}

/** Changes of the task, and what leaders noted on it. */
export function changeSection(entries: Entries): CaseSection {
  return { title: '变更与批示', blocks: storyTable(chosen(entries, ofChanges)) };
}

/** Urgings by hand, slips and orders with their answers. */
export async function urgingSection(
  store: Store,
  sight: CaseSight,
  { entries, orders }: { readonly entries: Entries; readonly orders: readonly string[] },
): Promise<CaseSection> {
  return {
    title: '催办、催办单与督办单',
    blocks: [
      ...storyTable(chosen(entries, ofUrging)),
      ...(await chainStories(store, sight, { chains: orders, name: '催办单、督办单' })),
    ],
  };
}

/** Checks of the supervisor, lights that persons changed, and objections with their answers. */
export async function checkSection(
  store: Store,
  sight: CaseSight,
  { entries, objections }: { readonly entries: Entries; readonly objections: readonly string[] },
): Promise<CaseSection> {
  return {
    title: '核查与异议',
    blocks: [
      ...storyTable(chosen(entries, ofChecks)),
      ...(await chainStories(store, sight, { chains: objections, name: '异议' })),
    ],
  };
}

/** Each item's lights with their inputs and the version of the rules. */
export function lightSection({ subjects }: TaskPageBody): CaseSection {
  const columns = [
    { title: '评定日期', share: 18 },
    { title: '亮灯及依据', share: 82 },
  ];
  const lit = subjects.filter(({ lights }) => lights.length > 0);
  return {
    title: '亮灯',
    blocks: lit.flatMap(({ title, lights }): readonly CaseBlock[] => [
      { kind: 'heading', text: title },
      {
        kind: 'table',
        columns,
        rows: lights.map(({ on, sentence }) => [on === null ? '—' : chineseDay(on, true), sentence]),
      },
    ]),
  };
}

/** The letters with the mails that carried them and what the mail server answered to each try. */
export async function letterSection(store: Store, sight: CaseSight, chains: readonly string[]): Promise<CaseSection> {
  const letters = await caseLetters(store, chains);
  const people = await peopleOf(
    store,
    sight,
    letters.flatMap(({ personId }) => personId ?? []),
  );
  const columns = [
    { title: '应发时间', share: 18 },
    { title: '收件单位、岗位', share: 24 },
    { title: '消息', share: 28 },
    { title: '收件人、邮件服务器的应答', share: 32 },
  ];
  const rows = letters.map((letter) => [
    chineseMoment(letter.dueAt),
    `${sight.unitRef(letter.unitId).name}　${seatNames[letter.seat]}`,
    letterTexts[letter.kind].name(letter.facts),
    deliveryText(letter, people),
  ]);
  return { title: '消息与邮件服务器应答', blocks: rows.length === 0 ? [] : [{ kind: 'table', columns, rows }] };
}

function deliveryText({ isWithdrawn, personId, answers }: CaseLetter, people: People): string {
  if (personId === null) return isWithdrawn ? '事项已办，消息撤回，未发送' : '尚未发送';
  const said = answers.map(
    ({ endedAt, responseCode, response, outcome }) =>
      `${chineseMoment(endedAt)}　${response ?? responseCode ?? outcome}`,
  );
  return [people.person(personId).name, ...said].join('\n');
}

/** Everything that happened, a line each, with the hash by which it can be checked. */
export function wholeSection(entries: Entries): CaseSection {
  const columns = [
    { title: '条', share: 5 },
    { title: '时间', share: 17 },
    { title: '事项', share: 18 },
    { title: '办理人（岗位）', share: 28 },
    { title: '校验值', share: 32 },
  ];
  const rows = entries.map(({ seq, at, title, by, hash }) => [
    String(seq),
    chineseMoment(at),
    title,
    by?.label ?? '系统',
    hash,
  ]);
  return { title: '全部经过与校验值', blocks: [{ kind: 'table', columns, rows }] };
}

function chosen(entries: Entries, types: readonly string[]): Entries {
  return entries.filter(({ type }) => types.includes(type));
}

async function chainStories(
  store: Store,
  sight: CaseSight,
  { chains, name }: { readonly chains: readonly string[]; readonly name: string },
): Promise<readonly CaseBlock[]> {
  const blocks: CaseBlock[] = [];
  for (const chain of chains) {
    const { entries } = await chainTimeline(store, sight, chain);
    blocks.push({ kind: 'heading', text: `${name}（${chain}）` }, ...storyTable(entries));
  }
  return blocks;
}
