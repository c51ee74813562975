import * as z from 'zod';
import { dueReason } from './dates.ts';
import { actorRef, unitRef } from './people.ts';
import { counts, day, id, listOf, moment } from './values.ts';

/** How far a plan has come. */
export const planPhase = z.enum(['none', 'draft', 'consultation', 'approval', 'approved', 'issued']);

/** A plan as lists show it. Every screen of one on a `stepped` clock bears 演练数据·非真实情况. */
export const planLine = z
  .object({
    planId: id,
    title: z.string(),
    documentNumber: z.string().nullable(),
    issuer: z.string().nullable(),
    planYear: z.int(),
    clock: z.enum(['real', 'stepped']),
    phase: planPhase,
    phaseName: z.string(),
    taskCount: z.int(),
    rulesVersion: z.int(),
    office: unitRef,
    leadership: unitRef,
    importedAt: moment,
    consultationDue: day.nullable(),
    issuedAt: moment.nullable(),
    receiptDue: day.nullable(),
    /** The plan's present moment: its own on a stepped clock. */
    now: moment,
    today: day,
  })
  .meta({ id: 'PlanLine' });

/** A plan in figures. */
export const planPage = planLine
  .extend({
    noticeDate: day.nullable(),
    consultationWhy: dueReason.nullable(),
    receiptWhy: dueReason.nullable(),
    draftVersion: z.int(),
    approvalAskedAt: moment.nullable(),
    approvedAt: moment.nullable(),
    issuedBy: actorRef.nullable(),
    startedTasks: z.int(),
    scenario: z.string().nullable(),
    counts: z.object({
      tasks: z.int(),
      endedTasks: z.int(),
      items: z.int(),
      units: z.int(),
      answers: counts,
      receipts: z.int(),
      openPoints: z.int(),
      undecidedOpinions: z.int(),
      obligations: counts,
      obligationStates: counts,
      lateObligations: z.int(),
      overdueObligations: z.int(),
      returns: counts,
      lights: counts,
      events: z.int(),
      letters: z.int(),
      withdrawnLetters: z.int(),
      mails: counts,
      parkedChains: z.int(),
    }),
    /** Groups of tasks in the order of the notice. */
    groups: listOf(z.string()),
  })
  .meta({ id: 'PlanPage' });

/** How far one unit has come with consultation and receipt. */
export const planUnitLine = z
  .object({
    unit: unitRef,
    tasks: z.int(),
    answer: z.enum(['none', 'no-opinion', 'opinions', 'lapsed']),
    answerDue: day.nullable(),
    answerWhy: dueReason.nullable(),
    answeredAt: moment.nullable(),
    answerLate: z.boolean(),
    receiptedAt: moment.nullable(),
    receiptLate: z.boolean(),
    receiptListedAt: moment.nullable(),
    contacts: z.string().nullable(),
  })
  .meta({ id: 'PlanUnitLine' });

/** An opinion 意见 with what the office decided 采纳情况. */
export const opinionLine = z
  .object({
    id: z.string(),
    unit: unitRef,
    taskNumber: z.string(),
    taskTitle: z.string().nullable(),
    text: z.string().nullable(),
    decision: z.enum(['none', 'adopted', 'partly-adopted', 'refused']),
    reason: z.string().nullable(),
  })
  .meta({ id: 'OpinionLine' });

/** The consultation board: who answered what. */
export const consultationBoard = z
  .object({
    due: day.nullable(),
    dueWhy: dueReason.nullable(),
    units: listOf(planUnitLine),
    opinions: listOf(opinionLine),
  })
  .meta({ id: 'ConsultationBoard' });

/** Receipts of the notice, with its limit. */
export const receiptBoard = z
  .object({ due: day.nullable(), dueWhy: dueReason.nullable(), units: listOf(planUnitLine) })
  .meta({ id: 'ReceiptBoard' });

export type PlanLineBody = z.infer<typeof planLine>;
export type PlanPageBody = z.infer<typeof planPage>;
export type PlanUnitBody = z.infer<typeof planUnitLine>;
export type ConsultationBoardBody = z.infer<typeof consultationBoard>;
export type ReceiptBoardBody = z.infer<typeof receiptBoard>;
