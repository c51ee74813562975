import * as z from 'zod';
import { commitment, partyRole, target } from './lights.ts';
import { earlierRow } from './lineage.ts';
import { unitRef } from './people.ts';
import { day, id, listOf } from './values.ts';

/** Half-open `[start, end)` in UTF-16 code units of the notice's text. */
export const span = z.tuple([z.int().min(0), z.int().min(0)]).readonly();

/** An item 具体事项 as it is drafted. */
export const itemDraft = z
  .object({
    id: z.string(),
    quote: z.string(),
    span: span.nullable(),
    unitId: id.nullable(),
    kind: z.enum(['number', 'deliverable']),
    title: z.string(),
    target: target.nullable(),
    commitment,
    due: day,
    dueBasis: z.enum(['stated', 'derived']),
    tracked: z.boolean(),
    shares: listOf(z.object({ unitId: id, value: z.number() })),
    /** Rows of earlier years that the item goes on from. */
    follows: listOf(earlierRow).optional(),
  })
  .meta({ id: 'ItemDraft' });

/** A task of the breakdown, anchored in the notice. */
export const taskDraft = z
  .object({
    taskId: id,
    number: z.string(),
    group: z.string(),
    title: z.string(),
    span,
    parties: listOf(
      z.object({ unitId: id, role: partyRole, order: z.int(), basis: z.enum(['named', 'added', 'decided']) }),
    ),
    items: listOf(itemDraft),
    follows: listOf(earlierRow).optional(),
  })
  .meta({ id: 'TaskDraft' });

/** What people must decide before the issue; `how` says how it was decided. */
export const draftPoint = z
  .object({
    id: z.string(),
    kind: z.enum(['open-list', 'following', 'orphan-target', 'several-leads', 'item', 'unknown-unit', 'roll-over']),
    kindName: z.string(),
    taskNumber: z.string().nullable(),
    span: span.nullable(),
    quote: z.string(),
    proposal: z.string(),
    /** The task that the proposal is about: for a figure without a unit the one that it would be listed in. */
    proposedTask: z.string().nullable(),
    unitIds: listOf(id),
    role: partyRole.nullable(),
    item: itemDraft.nullable(),
    /** The row of an earlier year that a point of roll-over is about. */
    earlier: earlierRow.optional(),
    how: z.string().nullable(),
  })
  .meta({ id: 'DraftPoint' });

/** The breakdown with the notice's text that all spans count in. */
export const breakdown = z
  .object({
    draftVersion: z.int(),
    fileName: z.string(),
    text: z.string(),
    tasks: listOf(taskDraft),
    points: listOf(draftPoint),
    /** What stands in the notice and was not read into any task, with why; `isDoubtful` where it looks like a part of the plan. */
    unread: listOf(z.object({ span, reason: z.string(), isDoubtful: z.boolean() })),
    /** Every unit that the register knows, to choose from and to name ids. */
    units: listOf(unitRef),
  })
  .meta({ id: 'Breakdown' });

export type BreakdownBody = z.infer<typeof breakdown>;
