import type { SheetPhase } from './sheet-state.ts';

/** What phases of a sheet are called. */
export const sheetPhaseNames: Readonly<Record<SheetPhase, string>> = {
  none: '无',
  drafted: '已拟写',
  asked: '待审签',
  refused: '退回修改',
  approved: '已审签，办理中',
  performed: '已审签并办理',
  'act-refused': '已审签，未能办理',
  withdrawn: '已撤回',
};
