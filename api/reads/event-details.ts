import type { EventBase } from '../../domain/ledger/event.ts';
import type { PlanEvent } from '../../domain/plan/plan-event.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { lightNames, lightSentence } from '../../domain/task/light-sentence.ts';
import { type NamedEnding, endingNames } from '../../domain/task/ending/row-ending.ts';
import type { TaskEvent } from '../../domain/task/task-event.ts';
import type { RowPlan } from '../../domain/task/task-state.ts';
import { returnTitle } from '../words.ts';
import { draftChanges, goneDraftChanges, newDraftChanges } from './draft-changes.ts';
import { matterTellers } from './matter-details.ts';
import type { EventDetails, TellingBasis } from './telling-basis.ts';

type Event = TaskEvent | PlanEvent;
type Teller = {
  readonly [T in Event['type']]?: (event: Extract<Event, { type: T }>, basis: TellingBasis) => EventDetails;
};

/** What an event says beyond its title, its texts and its dates; an event that says nothing more is not listed. */
const tellers: Teller = {
  ...matterTellers,
  taskIssued: ({ parties, rulesVersion }, { unitName }) => ({
    details: parties.map(({ unitId, role }) => `${roleNames[role]}：${unitName(unitId)}`),
    rulesVersion,
  }),
  obligationsOpened: ({ obligations }, { unitName }) => ({
    details: obligations.map(
      ({ kind, unitId, period, due }) =>
        `${unitName(unitId)}${returnTitle(kind, period)}，应于${chineseDay(due.date, true)}前报送`,
    ),
  }),
  rowsTaken: ({ obligationId, late, rows }, basis) => ({
    details: [
      `${basis.owed(obligationId)}${late ? '（迟报）' : ''}`,
      ...rows.map(({ subjectId, value, complete }) => {
        const reached = value === null ? '' : `，累计完成${value}`;
        return `“${basis.item(subjectId)}”${reached}${complete ? '，已完成' : ''}`;
      }),
      ...rows.flatMap(({ plan }) => (plan === null ? [] : planWords(plan))),
      ...rows.flatMap(({ subjectId, ending }) =>
        ending === undefined ? [] : [`“${basis.item(subjectId)}”年终自评：${endingText(ending)}`],
      ),
    ],
  }),
  rowsAccepted: ({ obligationId, ownUnit }, basis) => ({
    details: [basis.owed(obligationId), ...(ownUnit ? ['本单位报送，由他人审核'] : [])],
  }),
  rowsSentBack: ({ obligationId, rows }, basis) => ({
    details: [basis.owed(obligationId), ...rows.map(({ subjectId }) => `“${basis.item(subjectId)}”`)],
  }),
  obligationsOverdue: ({ obligationIds }, basis) => ({ details: obligationIds.map((id) => basis.owed(id)) }),
  overdueLifted: ({ obligationIds }, basis) => ({ details: obligationIds.map((id) => basis.owed(id)) }),
  reviewsOverdue: ({ obligationIds }, basis) => ({ details: obligationIds.map((id) => basis.owed(id)) }),
  lightsAssessed: ({ assessments }, basis) => ({
    details: assessments.length === 0 ? ['各项亮灯没有变化'] : [],
    changes: assessments.map(({ subjectId, assessment }) => {
      const was = basis.before.subjects.find(({ id }) => id === subjectId)?.light?.light;
      return {
        what: basis.item(subjectId),
        before: was === undefined ? null : lightNames[was],
        after: lightSentence(assessment),
      };
    }),
    ...(assessments[0] === undefined ? {} : { rulesVersion: assessments[0].assessment.rulesVersion }),
  }),
  obligationsRetimed: ({ changes }, basis) => ({
    changes: changes.map(({ obligationId, before, due }) => ({
      what: basis.owed(obligationId),
      before: chineseDay(before, true),
      after: chineseDay(due.date, true),
    })),
  }),
  deliveryFailed: ({ failureClass }) => ({ details: [`失败类别：${failureClass}`] }),
  endingsDecided: ({ rows }, basis) => ({
    details: rows.map(({ subjectId, ...ending }) => `“${basis.item(subjectId)}”：${endingText(ending)}`),
  }),
  taskEnded: ({ ending }) => ({ details: [endingNames[ending]] }),
  noticeImported: ({ title, rulesVersion }) => ({ details: [`《${title}》`], rulesVersion }),
  taskDrafted: ({ draft }) => ({ details: [`第${draft.number}项“${draft.title}”`] }),
  pointOpened: ({ point }) => ({ details: [`“${point.quote}”`] }),
  pointSettled: ({ quote, how }) => ({ details: [`“${quote}”：${how}`] }),
  taskRevised: ({ draft, reason }, { draftBefore, unitName }) => {
    const before = draftBefore(draft.taskId);
    const details = [`第${draft.number}项“${draft.title}”：${reason}`];
    return { details, ...(before === null ? {} : { changes: draftChanges(before, draft, unitName) }) };
  },
  taskSplitOff: ({ draft, from, reason }, { unitName }) => ({
    details: [`从第${from}项拆出第${draft.number}项“${draft.title}”：${reason}`],
    changes: newDraftChanges(draft, unitName),
  }),
  taskMerged: ({ number, title, into, reason }) => ({
    details: [`第${number}项“${title}”并入第${into}项：${reason}`],
  }),
  taskAdded: ({ draft, reason }, { unitName }) => ({
    details: [`第${draft.number}项“${draft.title}”：${reason}`],
    changes: newDraftChanges(draft, unitName),
  }),
  taskDropped: ({ taskId, number, title, reason }, { draftBefore, unitName }) => {
    const before = draftBefore(taskId);
    const details = [`第${number}项“${title}”：${reason}`];
    return { details, ...(before === null ? {} : { changes: goneDraftChanges(before, unitName) }) };
  },
  consultationBegun: units,
  consultationLapsed: units,
  receiptsListed: units,
  amendmentListed: units,
  noticeAmended: ({ title, documentNumber, units: concerned }, { unitName }) => ({
    details: [
      `《${title}》${documentNumber ?? ''}`,
      `涉及单位：${concerned.map(({ unitId }) => unitName(unitId)).join('、')}`,
    ],
  }),
  amendmentReceipted: ({ unitId, late }, { unitName }) => ({
    details: [`${unitName(unitId)}${late ? '（迟签）' : ''}`],
  }),
  planIssued: units,
  consultationAnswered: ({ unitId, opinions, late }, { unitName }) => {
    const said = opinions.length === 0 ? '无意见' : `有意见，共${opinions.length}条`;
    return { details: [`${unitName(unitId)}：${said}${late ? '（逾期反馈）' : ''}`] };
  },
  opinionDecided: ({ taskNumber, unitId, decision }, { unitName }) => ({
    details: [`第${taskNumber}项，${unitName(unitId)}的意见：${decisionNames[decision]}`],
  }),
  breakdownApproved: ({ draftVersion, breakdownHash }) => ({
    details: [`任务分解第${draftVersion}版，校验值${breakdownHash.slice(0, 16)}`],
  }),
  tasksStarted: ({ upTo }) => ({ details: [`累计${upTo}项`] }),
  noticeReceipted: ({ unitId, late }, { unitName }) => ({ details: [`${unitName(unitId)}${late ? '（迟签）' : ''}`] }),
};

/** An event of a task or a plan in words. */
export function eventDetails(event: EventBase, basis: TellingBasis): EventDetails {
  const tell = (tellers as Readonly<Record<string, ((told: EventBase, on: TellingBasis) => EventDetails) | undefined>>)[
    event.type
  ];
  return tell?.(event, basis) ?? {};
}

function endingText({ ending, until }: NamedEnding): string {
  return `${endingNames[ending]}${until === null ? '' : `（${chineseDay(until, true)}）`}`;
}

function planWords({ baseline, curve, milestones }: RowPlan): readonly string[] {
  return [
    ...(baseline === null ? [] : [`交办时累计完成${baseline}`]),
    ...(curve.length === 0
      ? []
      : [`进度安排：${curve.map(({ day, value }) => `${chineseDay(day, true)}达到${value}`).join('、')}`]),
    ...milestones.map(({ title, due }) => `节点：${title}，${chineseDay(due, true)}前`),
  ];
}

const roleNames = { lead: '牵头', support: '配合', district: '板块' } as const;
const decisionNames = { adopted: '采纳', 'partly-adopted': '部分采纳', refused: '未采纳' } as const;

function units({ unitIds }: { readonly unitIds: readonly string[] }, { unitName }: TellingBasis): EventDetails {
  return { details: [unitIds.map(unitName).join('、')] };
}
