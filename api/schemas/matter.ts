import * as z from 'zod';
import { dueReason } from './dates.ts';
import { light } from './lights.ts';
import { listQuery, pageOf } from './paging.ts';
import { actorRef, personRef, unitRef } from './people.ts';
import { day, id, listOf, moment, yesOrNo } from './values.ts';

/** Which task something is about. */
const ofTask = { taskId: id, taskNumber: z.string(), taskTitle: z.string() };

/** A due day that moved: every date stays on record. */
export const dueMove = z.object({
  from: day,
  to: day,
  slippedDays: z.int(),
  cause: z.enum(['extension', 'resumption']),
});

const changeKind = z.enum([
  'extension',
  'decline',
  'reassignment',
  'target',
  'amendment',
  'suspension',
  'resumption',
  'termination',
]);
const changeState = z.enum(['pending', 'granted', 'refused', 'withdrawn', 'lapsed']);

/** A change 变更 that was asked of a task. */
export const changeLine = z
  .object({
    ...ofTask,
    changeId: id,
    kind: changeKind,
    kindName: z.string(),
    /** What it asks for, a line each. */
    words: listOf(z.string()),
    unit: unitRef.nullable(),
    reason: z.string().nullable(),
    askedAt: moment,
    askedBy: actorRef,
    onPaper: z.boolean(),
    decider: z.enum(['office', 'leader']),
    decideBy: day,
    decideWhy: dueReason.nullable(),
    state: changeState,
    closedAt: moment.nullable(),
    closedBy: actorRef.nullable(),
    closingReason: z.string().nullable(),
    /** Of an extension: every date of what it is about, the first being the original one. */
    moves: listOf(dueMove),
    /** The reader asked for it: somebody else decides. */
    askedByReader: z.boolean(),
  })
  .meta({ id: 'ChangeLine' });

/** Narrows and orders changes; the latest asked come first. */
export const changeQuery = z.object({
  ...listQuery(['asked', 'decideBy', 'closed', 'task'], 'desc'),
  unitId: id.optional(),
  taskId: id.optional(),
  kind: changeKind.optional(),
  state: changeState.optional(),
});

export const changeList = pageOf(changeLine).meta({ id: 'ChangeList' });

const findingPhase = z.enum(['open', 'concluded', 'withdrawn']);

/** A finding 核查记录 from its claim to its conclusion. */
export const findingLine = z
  .object({
    ...ofTask,
    findingId: id,
    subjectId: z.string(),
    subjectTitle: z.string(),
    unit: unitRef,
    phase: findingPhase,
    methodName: z.string(),
    checkers: listOf(personRef),
    claim: z.string().nullable(),
    evidence: z.string().nullable(),
    reportedValue: z.number().nullable(),
    foundValue: z.number().nullable(),
    openedAt: moment,
    statementDue: day,
    statementWhy: dueReason.nullable(),
    statement: z.string().nullable(),
    statedAt: moment.nullable(),
    outcomeName: z.string().nullable(),
    conclusion: z.string().nullable(),
    concludedAt: moment.nullable(),
    feedbackOn: day.nullable(),
    objectionUntil: day.nullable(),
    objectionWhy: dueReason.nullable(),
    /** An objection to it is being decided 复核中. */
    underReview: z.boolean(),
  })
  .meta({ id: 'FindingLine' });

/** Narrows and orders findings; the latest opened come first. */
export const findingQuery = z.object({
  ...listQuery(['opened', 'statementDue', 'concluded', 'task'], 'desc'),
  unitId: id.optional(),
  taskId: id.optional(),
  phase: findingPhase.optional(),
});

export const findingList = pageOf(findingLine).meta({ id: 'FindingList' });

const objectionKind = z.enum(['row', 'light', 'finding', 'order']);
const objectionPhase = z.enum(['open', 'answered', 'withdrawn']);

/** An objection 异议 and its answer. */
export const objectionLine = z
  .object({
    objectionId: id,
    kind: objectionKind,
    kindName: z.string(),
    title: z.string(),
    taskId: id.nullable(),
    taskNumber: z.string().nullable(),
    orderId: id.nullable(),
    unit: unitRef,
    phase: objectionPhase,
    grounds: z.string().nullable(),
    filedAt: moment,
    answerDue: day,
    answerWhy: dueReason.nullable(),
    overdue: z.boolean(),
    outcomeName: z.string().nullable(),
    light: light.nullable(),
    reason: z.string().nullable(),
    endedAt: moment.nullable(),
    /** The reader made the decision objected to, or filed the objection: somebody else answers. */
    concernsReader: z.boolean(),
  })
  .meta({ id: 'ObjectionLine' });

/** Narrows and orders objections; those whose answer is due first come first. */
export const objectionQuery = z.object({
  ...listQuery(['answerDue', 'filed', 'ended']),
  unitId: id.optional(),
  taskId: id.optional(),
  kind: objectionKind.optional(),
  phase: objectionPhase.optional(),
  overdue: yesOrNo,
});

export const objectionList = pageOf(objectionLine).meta({ id: 'ObjectionList' });

export type ChangeQuery = z.infer<typeof changeQuery>;
export type ChangeListBody = z.infer<typeof changeList>;
export type FindingQuery = z.infer<typeof findingQuery>;
export type FindingListBody = z.infer<typeof findingList>;
export type ObjectionQuery = z.infer<typeof objectionQuery>;
export type ObjectionListBody = z.infer<typeof objectionList>;

export type ChangeLineBody = z.infer<typeof changeLine>;
export type FindingLineBody = z.infer<typeof findingLine>;
export type ObjectionLineBody = z.infer<typeof objectionLine>;
