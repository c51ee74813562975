import type { AppDeps } from '../app-deps.ts';
import type { Handlers } from '../http/mount-endpoints.ts';
import { bulletinFile, quarterDraft } from '../papers/bulletin.ts';
import { paperFile } from '../papers/paper-file.ts';
import { changeList } from '../reads/changes.ts';
import { findingList, objectionList } from '../reads/findings.ts';
import { tableWorkbook } from '../papers/table-workbook.ts';
import { orderList, orderPage } from '../reads/orders.ts';
import { urgingBoard } from '../reads/urgings.ts';
import { yearEndBody } from '../reads/year-end.ts';
import { sheetRoutes } from './sheet-routes.ts';
import type { matterEndpoints } from '../schemas/endpoints/matter-endpoints.ts';
import type { PersonActor } from '../../domain/actor.ts';
import type { Action } from '../../domain/permissions.ts';
import { assertWholeUnit, sightFor } from '../sight.ts';

type Routes = Handlers<typeof matterEndpoints>;

/** What goes beyond the reports: slips and orders, urging, changes, findings, objections, papers, sheets. */
export function matterRoutes(deps: AppDeps): Routes {
  const { store } = deps;
  const sightOf = async (planId: string, actor: PersonActor, action: Action = 'readReturn') => {
    const sight = await sightFor(deps, { planId, actor, action });
    assertWholeUnit(sight.reach);
    return sight;
  };
  return {
    ...sheetRoutes(deps),
    orders: async ({ params: { planId }, query, actor }) => orderList(store, await sightOf(planId, actor), query),
    order: async ({ params: { planId, orderId }, actor }) =>
      orderPage(store, await sightOf(planId, actor), { orderId, actor }),
    changes: async ({ params: { planId }, query, actor }) =>
      changeList(store, await sightOf(planId, actor), { query, actor }),
    findings: async ({ params: { planId }, query, actor }) => findingList(store, await sightOf(planId, actor), query),
    objections: async ({ params: { planId }, query, actor }) =>
      objectionList(store, await sightOf(planId, actor), { query, actor }),
    yearEnd: async ({ params: { planId }, query, actor }) => yearEndBody(store, await sightOf(planId, actor), query),
    paper: async ({ params: { planId, name }, query, actor }) => paperFile(deps, { planId, name, query, actor }),
    quarter: async ({ params: { planId, period }, actor }) => quarterDraft(deps, { planId, period, actor }),
    bulletin: async ({ params: { planId }, body: wish, actor }) => bulletinFile(deps, { planId, wish, actor }),
    tableWorkbook: async ({ body }) => tableWorkbook(deps, body),
    urgings: async ({ params: { planId }, query, actor }) => urgingBoard(store, await sightOf(planId, actor), query),
  };
}
