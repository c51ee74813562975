import { overdueLines, listUrgings } from '../../store/read/urgings.ts';
import type { AppDeps } from '../app-deps.ts';
import type { Handlers } from '../http/mount-endpoints.ts';
import { bulletinFile, quarterDraft } from '../papers/bulletin.ts';
import { paperFile } from '../papers/paper-file.ts';
import { changeLines } from '../reads/changes.ts';
import { findingLines, objectionLines } from '../reads/findings.ts';
import { tableWorkbook } from '../papers/table-workbook.ts';
import { orderLines, orderPage } from '../reads/orders.ts';
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
    orders: async ({ params: { planId }, actor }) => ({
      orders: await orderLines(store, await sightOf(planId, actor)),
    }),
    order: async ({ params: { planId, orderId }, actor }) =>
      orderPage(store, await sightOf(planId, actor), { orderId, actor }),
    changes: async ({ params: { planId }, actor }) => ({
      changes: await changeLines(store, await sightOf(planId, actor), actor),
    }),
    findings: async ({ params: { planId }, actor }) => ({
      findings: await findingLines(store, await sightOf(planId, actor)),
    }),
    objections: async ({ params: { planId }, actor }) => ({
      objections: await objectionLines(store, await sightOf(planId, actor), actor),
    }),
    yearEnd: async ({ params: { planId }, actor }) => yearEndBody(store, await sightOf(planId, actor)),
    paper: async ({ params: { planId, name }, query, actor }) => paperFile(deps, { planId, name, query, actor }),
    quarter: async ({ params: { planId, period }, actor }) => quarterDraft(deps, { planId, period, actor }),
    bulletin: async ({ params: { planId }, body: wish, actor }) => bulletinFile(deps, { planId, wish, actor }),
    tableWorkbook: async ({ body }) => tableWorkbook(deps, body),
    urgings: async ({ params: { planId }, actor }) => {
      const sight = await sightOf(planId, actor);
      const own = <L extends { readonly unitId: string }>(lines: readonly L[]): readonly L[] =>
        lines.filter(({ unitId }) => sight.reach.unitId === null || sight.reach.unitId === unitId);
      const urgings = own(await listUrgings(store, planId));
      return urgingBoard(store, sight, { urgings, overdue: own(await overdueLines(store, planId, sight.today)) });
    },
  };
}
