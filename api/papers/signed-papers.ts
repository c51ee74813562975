import { RuleViolation } from '../../domain/errors.ts';
import { sheetIdOf } from '../../domain/sheet/sheet-of.ts';
import { orderPaper } from '../../papers/escalation/order-paper.ts';
import { slipPaper } from '../../papers/escalation/slip-paper.ts';
import { sheetPaper } from '../../papers/seats/sheet-paper.ts';
import { readOrder, readSlip } from '../../store/papers/escalation.ts';
import { readSheetPaper } from '../../store/papers/sheet.ts';
import { readSheet } from '../../store/sheet/read-sheets.ts';
import { seenOrders } from '../reads/orders.ts';
import { isSheetSeenBy } from '../reads/sheets.ts';
import { type PaperMaker, type PaperRequest, needed, question } from './paper-maker.ts';

/** Papers that are numbered or signed: slips, orders, sheets. */
export const signedPapers = {
  slip: {
    title: '催办单',
    needs: 'readReturn',
    ofAllUnits: false,
    formats: ['docx'],
    make: async (request) => slipPaper(await readSlip(request.store, await orderQuestion(request))),
  },
  order: {
    title: '督办单',
    needs: 'readReturn',
    ofAllUnits: false,
    formats: ['docx'],
    make: async (request) => orderPaper(await readOrder(request.store, await orderQuestion(request))),
  },
  sheet: {
    title: '审签单',
    needs: 'readReturn',
    ofAllUnits: false,
    formats: ['docx'],
    make: async (request) => {
      const { store, sight, query, actor } = request;
      const key = needed(query.sheet, '审签单');
      const found = await readSheet(store, sheetIdOf(sight.planId, key));
      if (found === null || !isSheetSeenBy({ sight, actor }, found))
        throw new RuleViolation('unknown-sheet', '没有这份审签单，或者不由本岗位查阅，请核对。');
      return sheetPaper(await readSheetPaper(store, { ...question(request), sheet: key }));
    },
  },
} as const satisfies Readonly<Record<string, PaperMaker>>;

async function orderQuestion(request: PaperRequest) {
  const orderId = needed(request.query.id, '催办单或者督办单');
  if (!(await seenOrders(request.store, request.sight)).some((each) => each.orderId === orderId))
    throw new RuleViolation('unknown-order', '没有这份催办单或者督办单，或者尚未发给本单位，请核对。');
  return { ...question(request), orderId };
}
