import * as z from 'zod';
import { dueReason } from './dates.ts';
import { obligationKind } from './lights.ts';
import { listQuery, pageOf } from './paging.ts';
import { actorRef, unitRef } from './people.ts';
import { timelineEntry } from './task.ts';
import { day, id, listOf, moment, periodOrPlan, quarter } from './values.ts';

/** Where a slip or an order stands. */
export const orderPhase = z.enum([
  'none',
  'drafted',
  'proposed',
  'dismissed',
  'sent',
  'answered',
  'returned',
  'lapsed',
  'escalated',
  'closed',
]);

const orderKind = z.enum(['slip', 'order']);

/** A slip 催办单 or an order 督办单 as lists show it. */
export const orderLine = z
  .object({
    orderId: id,
    unit: unitRef,
    kind: orderKind,
    /** 催办单, 督办单, or the letter 函 that takes its place. */
    name: z.string(),
    number: z.string().nullable(),
    period: quarter.nullable(),
    phase: orderPhase,
    phaseName: z.string(),
    begunAt: moment,
    sentAt: moment.nullable(),
    answerDue: day.nullable(),
    answerWhy: dueReason.nullable(),
    answeredAt: moment.nullable(),
    lapsed: z.boolean(),
    /** It has reached nobody: the clock of its answer stands. */
    undelivered: z.boolean(),
    /** 复核中. */
    underReview: z.boolean(),
    closedAt: moment.nullable(),
    rowCount: z.int(),
  })
  .meta({ id: 'OrderLine' });

/** Narrows and orders the slips and orders of a plan; the latest come first. */
export const orderQuery = z.object({
  ...listQuery(['begun', 'sent', 'answerDue'], 'desc'),
  unitId: id.optional(),
  kind: orderKind.optional(),
  phase: orderPhase.exclude(['none']).optional(),
});

export const orderList = pageOf(orderLine).meta({ id: 'OrderList' });

const answer = z.object({
  number: z.int(),
  text: z.string().nullable(),
  answeredAt: moment,
  by: actorRef,
  onPaper: z.boolean(),
  late: z.boolean(),
  reviewDue: day,
  reviewWhy: dueReason.nullable(),
  verdict: z.enum(['accepted', 'returned']).nullable(),
  reason: z.string().nullable(),
  reviewedAt: moment.nullable(),
  reviewedBy: actorRef.nullable(),
});

/** A slip or an order with its rows, answers and all that happened to it. */
export const orderPage = orderLine
  .extend({
    rows: listOf(
      z.object({
        taskId: id,
        taskNumber: z.string(),
        title: z.string(),
        obligationId: z.string(),
        kind: obligationKind,
        period: periodOrPlan,
        due: day,
        dueWhy: dueReason.nullable(),
        overdueWorkingDays: z.int(),
        /** When it left a slip that was not confirmed yet. */
        arrivedAt: moment.nullable(),
      }),
    ),
    /** Why an order was proposed. */
    reasons: z.string().nullable(),
    /** The demand of an order 督办要求, or why it was not sent. */
    decision: z.string().nullable(),
    decidedBy: actorRef.nullable(),
    answers: listOf(answer),
    precededBy: z.object({ orderId: id, number: z.string().nullable() }).nullable(),
    escalatedTo: id.nullable(),
    objectionId: id.nullable(),
    closingText: z.string().nullable(),
    /** The reader proposed it: somebody else opens it and reviews its answer. */
    proposedByReader: z.boolean(),
    /** The reader gave or signed an answer: somebody else reviews it. */
    answeredByReader: z.boolean(),
    timeline: listOf(timelineEntry),
  })
  .meta({ id: 'OrderPage' });

/** One urging by hand 人工催办 on one task. */
export const urgingLine = z
  .object({
    urgingId: id,
    taskId: id,
    taskNumber: z.string(),
    title: z.string(),
    unit: unitRef,
    channelName: z.string(),
    reached: z.string().nullable(),
    promise: z.string().nullable(),
    promisedBy: day.nullable(),
    /** `open`: its day has not come; `due`: it has passed and the report has not come. */
    promiseState: z.string().nullable(),
    urgedAt: moment,
    by: actorRef,
  })
  .meta({ id: 'UrgingLine' });

/** Reports that a unit has let pass: what an urging is about. */
export const overdueUnit = z
  .object({
    unit: unitRef,
    rows: listOf(
      z.object({
        taskId: id,
        taskNumber: z.string(),
        title: z.string(),
        obligationId: z.string(),
        kind: obligationKind,
        period: periodOrPlan,
        due: day,
        dueWhy: dueReason.nullable(),
      }),
    ),
  })
  .meta({ id: 'OverdueUnit' });

/** Narrows and orders what was done by hand; the latest comes first. */
export const urgingQuery = z.object({
  ...listQuery(['urged', 'promised', 'task'], 'desc'),
  unitId: id.optional(),
  taskId: id.optional(),
  promiseState: z.enum(['open', 'due', 'kept']).optional(),
});

/** Urging by hand: a page of what was done, and every unit that it may still be done to. */
export const urgingBoard = pageOf(urgingLine)
  .extend({ today: day, overdue: listOf(overdueUnit) })
  .meta({ id: 'UrgingBoard' });

export type UrgingQuery = z.infer<typeof urgingQuery>;
export type OrderQuery = z.infer<typeof orderQuery>;
export type OrderListBody = z.infer<typeof orderList>;
export type OrderLineBody = z.infer<typeof orderLine>;
export type OrderPageBody = z.infer<typeof orderPage>;
export type UrgingBoardBody = z.infer<typeof urgingBoard>;
