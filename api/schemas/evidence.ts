import * as z from 'zod';
import { personRef } from './people.ts';
import { id, line, listOf, moment } from './values.ts';

/** Kinds of files that are taken as evidence 佐证材料. */
export const evidenceKind = z.enum(['pdf', 'docx', 'xlsx', 'jpg', 'png', 'ofd']);

export const evidenceLimits = { bytes: 20 * 1024 * 1024, perRow: 5 } as const;

/** A file that belongs to a row of a return. */
export const evidenceLine = z
  .object({
    evidenceId: id,
    subjectId: z.string(),
    fileName: z.string(),
    kind: evidenceKind,
    bytes: z.int(),
    sha256: z.string(),
    uploadedAt: moment,
    uploadedBy: personRef,
  })
  .meta({ id: 'EvidenceLine' });

/** What is uploaded, for which row; the id is chosen by the browser, so that a second try is the same upload. */
export const evidenceQuery = z.object({
  evidenceId: id,
  fileName: line,
  taskId: id,
  subjectId: z.string().min(1).max(200),
});

export const evidenceList = z.object({ evidence: listOf(evidenceLine) }).meta({ id: 'EvidenceList' });

export type EvidenceLineBody = z.infer<typeof evidenceLine>;
