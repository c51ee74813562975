import { objectionBook } from '../domain/objection/objection-book.ts';
import { orderBook } from '../domain/order/order-book.ts';
import { planBook } from '../domain/plan/plan-book.ts';
import { registryBook } from '../domain/registry/registry-book.ts';
import { returnBook } from '../domain/return/return-book.ts';
import { sheetBook } from '../domain/sheet/sheet-book.ts';
import { taskBook } from '../domain/task/task-book.ts';
import { registryPlanOf } from './ledger/chain-head.ts';
import { type Books, chainBook } from './ledger/chain-book.ts';
import { objectionProjection } from './projections/objection-projection.ts';
import { orderProjection } from './projections/order-projection.ts';
import { planProjection } from './projections/plan-projection.ts';
import { registryProjection } from './projections/registry-projection.ts';
import { returnProjection } from './projections/return-projection.ts';
import { sheetProjection } from './projections/sheet-projection.ts';
import { taskProjection } from './projections/task-projection.ts';

/** How each kind of chain is folded into states, rows and letters. */
export const books: Books = {
  task: chainBook(taskBook, (_, { planId }) => planId, taskProjection),
  plan: chainBook(planBook, (_, { planId }) => planId, planProjection),
  order: chainBook(orderBook, (_, { planId }) => planId, orderProjection),
  return: chainBook(returnBook, (_, { planId }) => planId, returnProjection),
  objection: chainBook(objectionBook, (_, { planId }) => planId, objectionProjection),
  sheet: chainBook(sheetBook, (_, { planId }) => planId, sheetProjection),
  registry: chainBook(registryBook, registryPlanOf, registryProjection),
};
