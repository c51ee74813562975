import type { ChainAct } from './chain-act.ts';

/** What people do to a sheet 审签单; `sheet` is its key, unique within the plan, from which its id is made. */
export type SheetAct =
  | { readonly type: 'draftSheet'; readonly sheet: string; readonly act: ChainAct }
  | { readonly type: 'askSheetApproval'; readonly sheet: string }
  | { readonly type: 'refuseSheet'; readonly sheet: string; readonly reason: string }
  | { readonly type: 'approveSheet'; readonly sheet: string; readonly version: number }
  | { readonly type: 'withdrawSheet'; readonly sheet: string };
