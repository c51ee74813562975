import type { PaperHead } from './paper-head.ts';

/** A sheet for signature 审签单: one act in exactly which version. */
export interface SheetData {
  readonly head: PaperHead;
  /** The unit whose head signs; for a leader the leadership. */
  readonly unitName: string;
  readonly isForLeader: boolean;
  readonly number: string;
  readonly version: number;
  readonly checkCode: string;
  readonly matter: string;
  readonly lines: readonly string[];
  readonly draftedBy: { readonly name: string; readonly phone: string } | null;
}
