import { objectionOutcomeNames } from '../../domain/objection/objection-target.ts';
import type { PaperApproval } from '../../domain/paper-approval.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { changeWords } from '../../domain/sheet/change-words.ts';
import type { ChangeEvent } from '../../domain/task/change/change-event.ts';
import type { ExtendedThing } from '../../domain/task/change/task-change.ts';
import type { FindingEvent } from '../../domain/task/finding/finding-event.ts';
import { findingMethodNames, findingOutcomeNames } from '../../domain/task/finding/finding-names.ts';
import { lightNames, lightSentence } from '../../domain/task/light-sentence.ts';
import { type UrgingEvent, urgingChannels } from '../../domain/task/urging/urging-event.ts';
import type { EventDetails, TellingBasis } from './telling-basis.ts';

type Event = ChangeEvent | FindingEvent | UrgingEvent;
type Teller = {
  readonly [T in Event['type']]?: (event: Extract<Event, { type: T }>, basis: TellingBasis) => EventDetails;
};

/** What changes, findings, decided lights and urgings by hand say beyond their titles, texts and dates. */
export const matterTellers: Teller = {
  urged: ({ unitId, channel, obligationIds, promise }, { unitName, owed }) => ({
    details: [
      `${unitName(unitId)}（${urgingChannels[channel]}）`,
      ...obligationIds.map(owed),
      ...(promise === null ? [] : [`承诺于${chineseDay(promise.by, true)}前报送`]),
    ],
  }),
  changeRequested: ({ change, unitId }, { unitName, item }) => ({
    details: [
      unitId === null ? '领导小组办公室提出' : `${unitName(unitId)}申请`,
      ...changeWords('', change, { unit: unitName, item: (_task, subjectId) => item(subjectId) }),
    ],
  }),
  changeDecided: ({ outcome }) => ({ details: [outcome === 'granted' ? '同意' : '不同意'] }),
  changeLapsed: ({ cause }) => ({
    details: [cause === 'submitted' ? '已按原时限报送，申请不再需要决定' : '所涉报送任务已不再需要办理'],
  }),
  dueMoved: ({ of, from, to }, basis) => ({
    changes: [{ what: `${thing(of, basis)}的时限`, before: chineseDay(from, true), after: chineseDay(to, true) }],
  }),
  assignmentChanged: ({ left, joined }, { unitName }) => ({
    details: [
      ...(left.length === 0 ? [] : [`退出：${left.map(unitName).join('、')}`]),
      ...(joined.length === 0 ? [] : [`加入：${joined.map(unitName).join('、')}`]),
    ],
  }),
  taskResumed: ({ stoodWorkingDays, items, obligations }, basis) => ({
    details: [`暂停期间共${stoodWorkingDays}个工作日，各项时限相应顺延`],
    changes: [
      ...items.map(({ subjectId, before, due }) => moved(basis.item(subjectId), before, due.date)),
      ...obligations.map(({ obligationId, before, due }) => moved(basis.owed(obligationId), before, due)),
    ].filter(({ before, after }) => before !== after),
  }),
  findingOpened: ({ unitId, subjectId, method, reportedValue, foundValue }, { unitName, item }) => ({
    details: [
      `${unitName(unitId)}，“${item(subjectId)}”，核查方式：${findingMethodNames[method]}`,
      ...(reportedValue === null ? [] : [`填报数${reportedValue}，核查数${foundValue ?? '未取得'}`]),
    ],
  }),
  findingConcluded: ({ outcome, feedbackOn, objectionUntil }) => ({
    details: [
      `结论：${findingOutcomeNames[outcome]}`,
      `${chineseDay(feedbackOn, true)}反馈，可于${chineseDay(objectionUntil, true)}前提出异议`,
    ],
  }),
  lightDecided: ({ subjectId, assessment }, { before, item }) => {
    const was = before.subjects.find(({ id }) => id === subjectId)?.light?.light;
    return {
      changes: [
        {
          what: item(subjectId),
          before: was === undefined ? null : lightNames[was],
          after: lightSentence(assessment),
        },
      ],
      rulesVersion: assessment.rulesVersion,
    };
  },
  objectionEnded: ({ ending }) => ({
    details: [ending === 'withdrawn' ? '提出单位撤回' : `复核结果：${objectionOutcomeNames[ending]}`],
  }),
  rowsReopened: ({ obligationId, subjectIds }, { owed, item }) => ({
    details: [owed(obligationId), ...subjectIds.map((id) => `“${item(id)}”`)],
  }),
};

/** How an act that was signed on paper says so: who signed when, which print, which scan; `recorder` only recorded it. */
export function paperDetail(
  { signedOn, checkCode, scanHash }: PaperApproval,
  { signer, recorder }: { readonly signer: string; readonly recorder: string },
): string {
  return `纸质审签：${signer}，${chineseDay(signedOn, true)}签批，校验码${checkCode}，由${recorder}登记，扫描件SHA-256 ${scanHash}`;
}

function moved(what: string, before: Parameters<typeof chineseDay>[0], after: Parameters<typeof chineseDay>[0]) {
  return { what: `${what}的时限`, before: chineseDay(before, true), after: chineseDay(after, true) };
}

function thing(of: ExtendedThing, { item, owed }: TellingBasis): string {
  return of.kind === 'item' ? `“${item(of.subjectId)}”` : owed(of.obligationId);
}
