import { seatNames } from '../../domain/actor.ts';
import { paperName } from '../../domain/order/paper-form.ts';
import { type PlainDate, chineseDay } from '../../domain/plain-date.ts';
import { actMatter } from '../../domain/sheet/act-matters.ts';
import { sheetPhaseNames } from '../../domain/sheet/phase-names.ts';
import { sheetNumber } from '../../domain/sheet/sheet-of.ts';
import { standingDeputies } from '../../store/registry/standing-deputies.ts';
import type { Store } from '../../store/store.ts';
import { handOverList } from '../../store/unit/hand-over-list.ts';
import type { DeputyListBody, HandOverBody } from '../schemas/succession.ts';
import { type Sight, peopleOf } from '../sight.ts';
import { returnTitle } from '../words.ts';
import { textsOf } from './texts.ts';

/** Deputies of a unit, or of all. */
export async function deputyList(store: Store, sight: Sight, unitId: string | null): Promise<DeputyListBody> {
  const lines = await standingDeputies(store, sight.view, unitId);
  const { person } = await peopleOf(
    store,
    sight,
    lines.flatMap(({ personId, deputyId }) => [personId, deputyId]),
  );
  const text = await textsOf(
    store,
    lines.map(({ reasonId }) => reasonId),
  );
  return {
    deputies: lines.map(({ personId, personKey, deputyId, deputyKey, unitId: of, seat, ...line }) => ({
      unit: sight.unitRef(of),
      seat,
      seatName: seatNames[seat],
      person: person(personId),
      personKey,
      deputy: person(deputyId),
      deputyKey,
      from: line.validFrom,
      to: line.validTo,
      reason: text(line.reasonId),
    })),
  };
}

/** What is open at a unit, in words. */
export async function handOverBody(store: Store, sight: Sight, unitId: string): Promise<HandOverBody> {
  const list = await handOverList(store, sight.planId, unitId);
  const { person } = await peopleOf(
    store,
    sight,
    list.handedRows.map(({ writerId }) => writerId),
  );
  const sections = [
    part('联系人变更', list.changes, ({ validFrom }) => `自${dayText(validFrom)}起`),
    part('待报送', list.owed, ({ kind, period, due, tasks, rows, sentBackRows }) => {
      const sentBack = sentBackRows === 0 ? '' : `，其中退回${sentBackRows}行`;
      return `${returnTitle(kind, period)}，${dayText(due)}前报送，涉及${tasks}项任务${rows}行${sentBack}`;
    }),
    part('已填写、尚未报送', list.drafts, ({ kind, period, version, headAskedAt }) => {
      return `${returnTitle(kind, period)}，第${version}版，${headAskedAt === null ? '尚未送审签' : '已送单位负责人审签'}`;
    }),
    part('已分派经办人', list.handedRows, ({ writerId, kind, period, rows }) => {
      return `${person(writerId).name}：${returnTitle(kind, period)}${rows}行`;
    }),
    part('审签单', list.sheets, ({ actType, approver, sheetId, phase }) => {
      const number = sheetNumber({ planYear: sight.plan.planYear, sheetId });
      return `${actMatter(actType, approver)}，编号${number}，${sheetPhaseNames[phase]}`;
    }),
    part('未答复的异议', list.objections, ({ title, answerDue }) => `${title}，${dayText(answerDue)}前答复`),
    part('未办结的催办单、督办单', list.orders, ({ kind, form, number, answerDue }) => {
      const due = answerDue === null ? '' : `，${dayText(answerDue)}前回复`;
      return `${paperName(kind, form)}${number ?? ''}${due}`;
    }),
    part('催办时的承诺', list.promises, ({ taskNumber, promise, promisedBy }) => {
      return `第${taskNumber}项：${promise ?? '（正文已按规定清除）'}，${dayText(promisedBy)}前`;
    }),
  ];
  return { unit: sight.unitRef(unitId), sections: sections.filter(({ lines }) => lines.length > 0) };
}

function part<T>(title: string, things: readonly T[], lineOf: (thing: T) => string): HandOverBody['sections'][number] {
  return { title, lines: things.map(lineOf) };
}

function dayText(day: PlainDate): string {
  return chineseDay(day, true);
}
