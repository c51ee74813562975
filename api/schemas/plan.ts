import * as z from 'zod';
import { dueReason } from './dates.ts';
import { listQuery, pageOf } from './paging.ts';
import { actorRef, unitRef } from './people.ts';
import { counts, day, id, line, listOf, moment, yesOrNo } from './values.ts';

/** How far a plan has come. */
export const planPhase = z.enum(['none', 'draft', 'consultation', 'approval', 'approved', 'issued']);

const clock = z.enum(['real', 'stepped']);

/** A plan as lists show it. Every screen of one on a `stepped` clock bears 演练数据·非真实情况. */
export const planLine = z
  .object({
    planId: id,
    title: z.string(),
    documentNumber: z.string().nullable(),
    issuer: z.string().nullable(),
    planYear: z.int(),
    clock,
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

/** Narrows and orders plans; the latest imported come first. */
export const planQuery = z.object({
  ...listQuery(['imported', 'year', 'issued'], 'desc'),
  year: z
    .string()
    .regex(/^\d{4}$/, '应为 2022 这样的年份')
    .transform(Number)
    .optional(),
  clock: clock.optional(),
  phase: planPhase.exclude(['none']).optional(),
});

export const planList = pageOf(planLine).meta({ id: 'PlanList' });

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

const consultationAnswer = z.enum(['none', 'no-opinion', 'opinions', 'lapsed']);

/** How far one unit has come with consultation and receipt. */
export const planUnitLine = z
  .object({
    unit: unitRef,
    tasks: z.int(),
    answer: consultationAnswer,
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

const opinionDecision = z.enum(['none', 'adopted', 'partly-adopted', 'refused']);

/** An opinion 意见 with what the office decided 采纳情况. */
export const opinionLine = z
  .object({
    id: z.string(),
    unit: unitRef,
    taskNumber: z.string(),
    taskTitle: z.string().nullable(),
    text: z.string().nullable(),
    decision: opinionDecision,
    reason: z.string().nullable(),
  })
  .meta({ id: 'OpinionLine' });

/** Narrows and orders opinions, which stand in the order in which they came. */
export const opinionQuery = z.object({
  ...listQuery(['came', 'task']),
  unitId: id.optional(),
  taskNumber: line.optional(),
  decision: opinionDecision.optional(),
});

/** The consultation board: a page of the opinions, and how far every unit has come. */
export const consultationBoard = pageOf(opinionLine)
  .extend({ due: day.nullable(), dueWhy: dueReason.nullable(), units: listOf(planUnitLine) })
  .meta({ id: 'ConsultationBoard' });

/** Narrows and orders the units that have to receipt the notice; they stand in the order of the registry. */
export const receiptQuery = z.object({
  ...listQuery(['unit', 'tasks', 'receipted']),
  unitId: id.optional(),
  receipted: yesOrNo,
  answer: consultationAnswer.optional(),
});

/** Receipts of the notice, with its limit. */
export const receiptBoard = pageOf(planUnitLine)
  .extend({ due: day.nullable(), dueWhy: dueReason.nullable() })
  .meta({ id: 'ReceiptBoard' });

export type PlanQuery = z.infer<typeof planQuery>;
export type PlanListBody = z.infer<typeof planList>;
export type OpinionQuery = z.infer<typeof opinionQuery>;
export type OpinionLineBody = z.infer<typeof opinionLine>;
export type ReceiptQuery = z.infer<typeof receiptQuery>;
export type PlanLineBody = z.infer<typeof planLine>;
export type PlanPageBody = z.infer<typeof planPage>;
export type PlanUnitBody = z.infer<typeof planUnitLine>;
export type ConsultationBoardBody = z.infer<typeof consultationBoard>;
export type ReceiptBoardBody = z.infer<typeof receiptBoard>;
