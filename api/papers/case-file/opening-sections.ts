import { seatNames } from '../../../domain/actor.ts';
import { chineseMoment, dayOf } from '../../../domain/instant.ts';
import { type PlainDate, chineseDay } from '../../../domain/plain-date.ts';
import type { CaseBlock, CaseSection } from '../../../papers/case-file/case-file.ts';
import { commitmentNames, dueText, targetText } from '../../../papers/words.ts';
import { personsOn } from '../../../store/registry/persons.ts';
import { seatHolders } from '../../../store/registry/seats.ts';
import type { Store } from '../../../store/store.ts';
import { opinionLines } from '../../reads/plan-bodies.ts';
import { planTimeline } from '../../reads/timeline.ts';
import type { TaskPageBody } from '../../schemas/task.ts';
import type { Sight } from '../../sight.ts';
import { storyTable } from './story-table.ts';

const roles = { lead: '牵头单位', support: '配合单位', district: '板块' } as const;

/** What the notice says of the task, and who answers for what. */
export function clauseSection(task: TaskPageBody): CaseSection {
  const { clause, group, parties, subjects, phase, issuedAt, endedAt, light } = task;
  const [from, to] = clause.span;
  const partyRows = (['lead', 'support', 'district'] as const).flatMap((role) => {
    const named = parties.filter((party) => party.role === role);
    return named.length === 0 ? [] : [[roles[role], named.map(({ unit }) => unit.name).join('、')] as const];
  });
  const facts: CaseBlock = {
    kind: 'facts',
    rows: [
      ['任务组', group],
      ...partyRows,
      ['交办', issuedAt === null ? '尚未交办' : chineseMoment(issuedAt)],
      ['状态', phase === 'ended' && endedAt !== null ? `已办结（${chineseMoment(endedAt)}）` : '办理中'],
      ['亮灯', light?.sentence ?? '未评定'],
      ['原文位置', `文件第${from + 1}至第${to}字`],
    ],
  };
  const columns = [
    { title: '具体事项', share: 40 },
    { title: '责任单位', share: 18 },
    { title: '目标', share: 16 },
    { title: '约束程度', share: 10 },
    { title: '完成时限', share: 22 },
  ];
  const rows = subjects.map(({ title, unit, target, commitment, due, dueBasis }) => [
    title,
    unit.name,
    targetText(target) || '—',
    commitmentNames[commitment],
    dueText(due, dueBasis),
  ]);
  return {
    title: '条款与责任',
    blocks: [{ kind: 'quote', text: clause.text }, facts, { kind: 'table', columns, rows }],
  };
}

const decisions = { none: '未答复', adopted: '采纳', 'partly-adopted': '部分采纳', refused: '未采纳' } as const;
const planActs = ['consultationBegun', 'approvalAsked', 'breakdownApproved', 'planIssued', 'noticeAmended'];
const unitActs = ['consultationAnswered', 'noticeReceipted', 'amendmentReceipted'];

/** Consultation, approval, issue and receipt as far as they concern the task's units. */
export async function consultationSection(store: Store, sight: CaseSight, task: TaskPageBody): Promise<CaseSection> {
  const concerned = unitsOf(task);
  const opinions = await opinionLines(store, sight);
  const rows = opinions
    .filter(({ taskNumber }) => taskNumber === task.number)
    .map(({ unit, text, decision, reason }) => [
      unit.name,
      text ?? '（正文已按规定清除）',
      `${decisions[decision]}${reason === null ? '' : `：${reason}`}`,
    ]);
  const columns = [
    { title: '单位', share: 20 },
    { title: '对本任务的意见', share: 45 },
    { title: '采纳情况', share: 35 },
  ];
  const { entries } = await planTimeline(store, sight);
  const told = entries.filter(
    ({ type, by }) =>
      planActs.includes(type) || (unitActs.includes(type) && by !== null && concerned.has(by.unit.unitId)),
  );
  // Units are listed by the hundred there; they stand in the section before.
  const short = told.map((entry) => (planActs.includes(entry.type) ? { ...entry, details: [] } : entry));
  const opinionTable: readonly CaseBlock[] =
    rows.length === 0 ? [{ kind: 'text', text: '各单位对本任务没有提出意见。' }] : [{ kind: 'table', columns, rows }];
  return { title: '征求意见、审定、印发与签收', blocks: [...opinionTable, ...storyTable(short)] };
}

/** Who held the seats of the task's units when it was issued, and at its end or on the day of print. */
export async function peopleSection(store: Store, sight: CaseSight, task: TaskPageBody): Promise<CaseSection> {
  const last = task.endedAt === null ? sight.today : dayOf(task.endedAt);
  const first = task.issuedAt === null ? last : dayOf(task.issuedAt);
  const [then, now] = [await peopleOn(store, sight, first), await peopleOn(store, sight, last)];
  const columns = [
    { title: '单位', share: 20 },
    { title: `${chineseDay(first, true)}在任`, share: 40 },
    { title: `${chineseDay(last, true)}在任`, share: 40 },
  ];
  const rows = [...unitsOf(task)].map((unitId) => [sight.unitRef(unitId).name, then(unitId), now(unitId)]);
  return { title: '在任人员', blocks: [{ kind: 'table', columns, rows }] };
}

/** The plan, seen by somebody who may see all of it. */
export type CaseSight = Sight & { readonly reach: { readonly unitId: null; readonly writerId: null } };

async function peopleOn(store: Store, sight: CaseSight, day: PlainDate): Promise<(unitId: string) => string> {
  const view = { ...sight.view, day };
  const holders = (await seatHolders(store, view)).filter(
    ({ seat }) => seat === 'officer' || seat === 'head' || seat === 'writer',
  );
  const persons = await personsOn(
    store,
    view,
    holders.map(({ personId }) => personId),
  );
  return (unitId) =>
    holders
      .filter((holder) => holder.unitId === unitId)
      .map(({ seat, rank, personId }) => {
        const name = persons.get(personId)?.particulars?.name ?? '（已清除）';
        return `${seatNames[seat]}${rank ?? ''}：${name}`;
      })
      .join('\n');
}

function unitsOf({ parties, subjects }: TaskPageBody): ReadonlySet<string> {
  return new Set([...parties.map(({ unit }) => unit.unitId), ...subjects.map(({ unit }) => unit.unitId)]);
}
