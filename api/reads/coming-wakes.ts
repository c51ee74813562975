import { assertNever } from '../../domain/errors.ts';
import { dayOf } from '../../domain/instant.ts';
import type { ObjectionState } from '../../domain/objection/objection-state.ts';
import { targetNames } from '../../domain/objection/objection-target.ts';
import { lapseDay } from '../../domain/order/escalate.ts';
import type { OrderState } from '../../domain/order/order-state.ts';
import { paperName } from '../../domain/order/paper-form.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { PlanState, PlanWake } from '../../domain/plan/plan-state.ts';
import type { TaskState } from '../../domain/task/task-state.ts';
import { type WakeReason, wakeReasons } from '../../domain/task/wake-reasons.ts';
import { kindOf, readHead } from '../../store/ledger/chain-head.ts';
import type { UpcomingWake } from '../../store/plan/upcoming.ts';
import { type TaskNames, taskNames } from '../../store/read/task-names.ts';
import type { Store } from '../../store/store.ts';
import type { ComingBody } from '../schemas/coming.ts';
import type { Sight } from '../sight.ts';
import { periodName, returnTitle } from '../words.ts';

type Wake = ComingBody['days'][number]['wakes'][number];

/** One thing that a wake does, to one unit where it is about units. */
interface Doing {
  readonly what: string;
  readonly due: PlainDate | null;
  readonly unitId?: string;
}

/** Coming wakes with what each is about: which task or paper, whose obligation, and what was due on which day. */
export async function comingWakes(
  store: Store,
  sight: Sight,
  wakes: readonly UpcomingWake[],
): Promise<readonly Wake[]> {
  const names = await taskNames(store, sight.planId);
  const told: Wake[] = [];
  for (const { at, chain, taskNumber } of wakes) {
    const kind = kindOf(chain);
    const id = chain.slice(kind.length + 1);
    const { state } = await readHead(store.pool, store.books[kind], chain);
    const { title, doings } = tell(kind, { state, day: dayOf(at), taskId: id, taskNumber }, { sight, names });
    told.push({
      at,
      title,
      taskId: kind === 'task' ? id : null,
      orderId: kind === 'order' ? id : null,
      taskNumber,
      concerns: concernsOf(doings, sight),
    });
  }
  return told;
}

function concernsOf(doings: readonly Doing[], { units: registered, unitRef }: Sight): Wake['concerns'] {
  const alike = Map.groupBy(doings, ({ what, due }) => `${what} ${due ?? ''}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const ids = new Set(group.flatMap(({ unitId }) => unitId ?? []));
    // In the order of the register, as offices list them.
    const units = registered.map(({ unitId }) => unitId).filter((unitId) => ids.has(unitId));
    return [{ what: first.what, due: first.due, units: units.map(unitRef) }];
  });
}

interface Woken {
  readonly state: unknown;
  readonly day: PlainDate;
  readonly taskId: string;
  readonly taskNumber: string | null;
}

interface Words {
  readonly sight: Sight;
  readonly names: TaskNames;
}

interface Told {
  readonly title: string;
  readonly doings: readonly Doing[];
}

function tell(kind: ReturnType<typeof kindOf>, { state, day, taskId, taskNumber }: Woken, words: Words): Told {
  switch (kind) {
    case 'task': {
      const subject = (subjectId: string): string => words.names.subject(taskId, subjectId);
      const doings = wakeReasons(state as TaskState).map((reason) => taskDoing(reason, subject));
      return { title: `第${taskNumber ?? ''}项“${words.names.task(taskId)}”`, doings };
    }
    case 'plan':
      return { title: '工作要点', doings: planDoings(state as PlanState, day) };
    case 'order':
      return ofOrder(state as OrderState, day, words.sight);
    case 'objection':
      return ofObjection(state as ObjectionState);
    case 'return':
    case 'sheet':
    case 'registry':
      throw new Error(`time does nothing to a ${kind} by itself`);
    default:
      return assertNever(kind);
  }
}

function taskDoing(reason: WakeReason, subject: (subjectId: string) => string): Doing {
  switch (reason.kind) {
    case 'opening':
      return { what: `生成${periodName(reason.period)}的报送任务`, due: null };
    case 'overdue':
    case 'review-overdue': {
      const { obligation, due } = reason;
      const title = returnTitle(obligation.kind, obligation.period);
      const what = reason.kind === 'overdue' ? `${title}仍未报送的，记为逾期` : `${title}仍未审核的，记为审核逾期`;
      return { what, due, unitId: obligation.unitId };
    }
    case 'statistics':
      return { what: `“${subject(reason.subjectId)}”的统计数据公布，提请补报`, due: reason.due };
    case 'promise':
      return { what: '核对承诺办理的事项是否办理', due: null };
    case 'lights':
      return { what: '重新评定亮灯', due: null };
    default:
      return assertNever(reason);
  }
}

const planWords: Readonly<Record<PlanWake['does'], string>> = {
  'lapse-consultation': '征求意见期满，未反馈的单位记为“逾期未反馈”',
  'list-receipts': '仍未签收文件的单位列入未签收名单',
  'list-amendments': '仍未签收文件修改的单位列入未签收名单',
  'begin-slips': '按逾期未报的事项起草催办单',
};

function planDoings({ wakes, units, consultation, receiptDue }: PlanState, day: PlainDate): readonly Doing[] {
  return wakes
    .filter(({ on }) => on === day)
    .flatMap(({ does }): readonly Doing[] => {
      const what = planWords[does];
      switch (does) {
        case 'lapse-consultation': {
          const waiting = Object.entries(units).filter(([, { answer }]) => answer === 'none');
          const due = consultation?.due ?? null;
          return waiting.length === 0 ? [{ what, due }] : waiting.map(([unitId]) => ({ what, due, unitId }));
        }
        case 'list-receipts': {
          const waiting = Object.entries(units).filter(
            ([, { receiptedAt, tasks }]) => receiptedAt === null && tasks > 0,
          );
          return waiting.length === 0
            ? [{ what, due: receiptDue }]
            : waiting.map(([unitId]) => ({ what, due: receiptDue, unitId }));
        }
        case 'list-amendments':
        case 'begin-slips':
          return [{ what, due: null }];
        default:
          return assertNever(does);
      }
    });
}

function ofOrder(state: OrderState, day: PlainDate, { unitRef }: Sight): Told {
  const { kind, form, number, unitId, answerDue, escalateOn } = state;
  const name = paperName(kind, form);
  return {
    title: `${number ?? name}（${unitRef(unitId).name}）`,
    doings: [
      ...(lapseDay(state) === day ? [{ what: '仍未回复的，记为逾期未回复', due: answerDue, unitId }] : []),
      ...(escalateOn === day ? [{ what: '仍未按要求回复的，提请督办', due: answerDue, unitId }] : []),
    ],
  };
}

function ofObjection({ target, answerDue, basis }: ObjectionState): Told {
  const unit = basis === null ? {} : { unitId: basis.unitId };
  return {
    title: target === null ? '异议' : `对${targetNames[target.kind]}的异议`,
    doings: [{ what: '仍未答复的，记为答复逾期', due: answerDue, ...unit }],
  };
}
