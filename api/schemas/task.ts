import * as z from 'zod';
import { span } from './breakdown.ts';
import { computedDate, dueReason } from './dates.ts';
import { evidenceLine } from './evidence.ts';
import { asOf, lightLine, obligationKind, partyRole, rowState } from './lights.ts';
import { lineage } from './lineage.ts';
import { order, pageOf, paging } from './paging.ts';
import { actorRef, personRef, unitRef } from './people.ts';
import { asOfQuery, subjectLine } from './register.ts';
import { rowPlan } from './row.ts';
import { day, id, line, listOf, moment, periodOrPlan, quarter } from './values.ts';

/** A row as it was submitted, its texts in words (null once erased). */
export const submittedRow = z
  .object({
    subjectId: z.string(),
    title: z.string(),
    state: rowState,
    value: z.number().nullable(),
    milestonesDone: listOf(z.string()),
    complete: z.boolean(),
    plan: rowPlan.nullable(),
    texts: z.record(z.string(), z.string().nullable()),
    reason: z.string().nullable(),
    evidence: listOf(evidenceLine),
  })
  .meta({ id: 'SubmittedRow' });

/** What a unit owes or owed for a task; `rows` is empty where the reader may not see what it said. */
export const obligationLine = z
  .object({
    id: z.string(),
    unit: unitRef,
    kind: obligationKind,
    kindName: z.string(),
    period: periodOrPlan,
    state: z.enum(['open', 'submitted', 'accepted', 'sent-back', 'ended']),
    due: day,
    dueComputed: computedDate,
    dueWhy: dueReason.nullable(),
    ladder: z.record(z.string(), day),
    submittedAt: moment.nullable(),
    late: z.boolean(),
    overdue: z.boolean(),
    reviewDue: day.nullable(),
    reviewOverdue: z.boolean(),
    resubmitDue: day.nullable(),
    resubmitWhy: dueReason.nullable(),
    acceptedAt: moment.nullable(),
    rows: listOf(submittedRow),
  })
  .meta({ id: 'ObligationLine' });

/** A subject with its accepted stage plan 阶段计划 and its lights so far. */
export const taskSubject = subjectLine
  .extend({
    dueWhy: dueReason,
    plan: rowPlan.nullable(),
    shares: listOf(z.object({ unit: unitRef, value: z.number() })),
    lights: listOf(lightLine),
  })
  .meta({ id: 'TaskSubject' });

/** A task with its whole present (or earlier) state. */
export const taskPage = z
  .object({
    taskId: id,
    planId: id,
    number: z.string(),
    group: z.string(),
    title: z.string(),
    phase: z.enum(['unissued', 'open', 'ended']),
    asOf: asOf.nullable(),
    clause: z.object({ span, text: z.string() }),
    /** The earlier years that the task or its items go on from 历年沿革; empty without any. */
    lineage,
    light: lightLine.nullable(),
    issuedAt: moment.nullable(),
    endedAt: moment.nullable(),
    parties: listOf(
      z.object({ unit: unitRef, role: partyRole, order: z.int(), basis: z.enum(['named', 'added', 'decided']) }),
    ),
    subjects: listOf(taskSubject),
    obligations: listOf(obligationLine),
    statements: listOf(
      z.object({
        unit: unitRef,
        person: personRef,
        aboutUnit: unitRef.nullable(),
        filedAt: moment,
        text: z.string().nullable(),
      }),
    ),
    summaries: listOf(
      z.object({ unit: unitRef, person: personRef, period: quarter, writtenAt: moment, text: z.string().nullable() }),
    ),
    position: z.object({ seq: z.int(), hash: z.string() }),
    nextWake: moment.nullable(),
    /** Why the task waits for an operator. */
    parkedReason: z.string().nullable(),
  })
  .meta({ id: 'TaskPage' });

export const taskQuery = z.object(asOfQuery);

/** One thing that happened, in words. */
export const timelineEntry = z
  .object({
    seq: z.int(),
    type: z.string(),
    at: moment,
    recordedAt: moment,
    by: actorRef.nullable(),
    title: z.string(),
    details: listOf(z.string()),
    changes: listOf(z.object({ what: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
    texts: listOf(z.object({ label: z.string(), text: z.string().nullable() })),
    dates: listOf(z.object({ label: z.string(), computed: computedDate })),
    rulesVersion: z.int().nullable(),
    commandId: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'TimelineEntry' });

/** Narrows what happened to a kind of event, to a person, or to some days; the oldest comes first. */
export const timelineQuery = z.object({
  ...paging,
  order,
  type: line.optional(),
  personId: id.optional(),
  from: day.optional(),
  until: day.optional(),
});

/** All that happened to a task or a plan. */
export const timeline = pageOf(timelineEntry).extend({ chain: z.string() }).meta({ id: 'Timeline' });

/** The engine's own record beside the ledger, and whether both agree. */
export const engineComparison = z
  .object({
    workflowId: z.string(),
    /** `absent` where the engine has forgotten it, `unreachable` where nobody answered. */
    state: z.enum(['running', 'closed', 'absent', 'unreachable']),
    runId: z.string().nullable(),
    startedAt: moment.nullable(),
    historyEvents: z.int().nullable(),
    verdict: z.enum(['agrees', 'behind', 'differs', 'unknown']),
    verdictText: z.string(),
    ledger: z.object({ seq: z.int(), hash: z.string() }),
    writer: z.object({ seq: z.int(), hash: z.string(), parkedReason: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'EngineComparison' });

export type TaskPageBody = z.infer<typeof taskPage>;
export type TimelineQuery = z.infer<typeof timelineQuery>;
export type TimelinePageBody = z.infer<typeof timeline>;
export type TimelineEntryBody = z.infer<typeof timelineEntry>;
export type ObligationLineBody = z.infer<typeof obligationLine>;
export type EngineComparisonBody = z.infer<typeof engineComparison>;
