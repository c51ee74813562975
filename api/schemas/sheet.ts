import * as z from 'zod';
import { listQuery, pageOf } from './paging.ts';
import { actorRef, unitRef } from './people.ts';
import { day, id, line, listOf, moment, seat } from './values.ts';

/** Where a sheet stands. */
export const sheetPhase = z.enum([
  'none',
  'drafted',
  'asked',
  'refused',
  'approved',
  'performed',
  'act-refused',
  'withdrawn',
]);

const approver = z.enum(['head', 'leader']);

/** A sheet 审签单 as lists show it. */
export const sheetLine = z
  .object({
    sheetId: id,
    key: z.string(),
    number: z.string(),
    unit: unitRef,
    approver,
    matter: z.string(),
    phase: sheetPhase,
    phaseName: z.string(),
    version: z.int(),
    draftedBy: actorRef,
    draftedAt: moment,
    askedAt: moment.nullable(),
    decidedAt: moment.nullable(),
    /** The signer, where it was signed on paper. */
    decidedBy: actorRef.nullable(),
    onPaper: z.boolean(),
  })
  .meta({ id: 'SheetLine' });

/** Narrows and orders sheets; the latest drafted come first. */
export const sheetQuery = z.object({
  ...listQuery(['drafted', 'asked', 'decided'], 'desc'),
  unitId: id.optional(),
  approver: approver.optional(),
  phase: sheetPhase.exclude(['none']).optional(),
});

export const sheetList = pageOf(sheetLine).meta({ id: 'SheetList' });

/** A sheet with what it puts before the head or the leader. */
export const sheetPage = sheetLine
  .extend({
    lines: listOf(z.string()),
    checkCode: z.string(),
    /** Why it was given back. */
    reason: z.string().nullable(),
    /** Why the act that it holds could not be done. */
    refusal: z.string().nullable(),
    scanHash: z.string().nullable(),
  })
  .meta({ id: 'SheetPage' });

/** Who may have signed on a day: the heads of the recorder's unit, for the office the leaders, and their deputies. */
export const signerList = z
  .object({
    on: day,
    signers: listOf(
      z.object({
        signer: z.object({ personId: id, seat, unitId: id, deputyFor: id.optional() }),
        label: z.string(),
      }),
    ),
  })
  .meta({ id: 'SignerList' });

/** The largest scan that is taken. */
export const scanBytes = 20 * 1024 * 1024;

export const scanQuery = z.object({ fileName: line });
export const keptScan = z.object({ hash: z.string(), fileName: z.string(), bytes: z.int() }).meta({ id: 'KeptScan' });

export type SheetQuery = z.infer<typeof sheetQuery>;
export type SheetListBody = z.infer<typeof sheetList>;
export type SheetLineBody = z.infer<typeof sheetLine>;
export type SheetPageBody = z.infer<typeof sheetPage>;
export type SignerListBody = z.infer<typeof signerList>;
