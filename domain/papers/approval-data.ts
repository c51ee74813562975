import type { PaperHead } from './paper-head.ts';

/** The sheet for a leader's decision 呈批单: what is put before them in exactly which version. */
export interface ApprovalData {
  readonly head: PaperHead;
  /** What is to be decided, as a title. */
  readonly matter: string;
  /** What it rests on and what was done so far, a paragraph each. */
  readonly facts: readonly string[];
  readonly proposal: string;
  readonly version: string;
  readonly checkCode: string;
  readonly annexes: readonly string[];
}
