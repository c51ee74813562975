import type { AppDeps } from '../app-deps.ts';
import type { Handlers } from '../http/mount-endpoints.ts';
import { curveChart, glanceBody, heatMap, loadChart } from '../reads/charts.ts';
import { inboxBody, mailBody } from '../reads/inbox.ts';
import { contactBook, reviewsBody, todayBody } from '../reads/office.ts';
import { searchBody } from '../reads/search.ts';
import { deputyList, handOverBody } from '../reads/succession.ts';
import type { deskEndpoints } from '../schemas/endpoints/desk-endpoints.ts';
import type { PersonActor } from '../../domain/actor.ts';
import { assertWholeUnit, assertWithin, sightFor } from '../sight.ts';

type Routes = Pick<
  Handlers<typeof deskEndpoints>,
  | 'today'
  | 'reviews'
  | 'contacts'
  | 'deputies'
  | 'handOver'
  | 'inbox'
  | 'mails'
  | 'glance'
  | 'heatMap'
  | 'load'
  | 'curves'
  | 'search'
>;

/** The office's own lists, inbox and mail, charts, search. */
export function officeRoutes(deps: AppDeps): Routes {
  const { store } = deps;
  const wholeUnit = async (planId: string, actor: PersonActor, action: 'readPlan' | 'readTask' | 'readReturn') => {
    const sight = await sightFor(deps, { planId, actor, action });
    assertWholeUnit(sight.reach);
    return sight;
  };
  return {
    today: async ({ params: { planId }, actor }) =>
      todayBody(store, await sightFor(deps, { planId, actor, action: 'reviewReturn' })),
    reviews: async ({ params: { planId }, query, actor }) =>
      reviewsBody(store, await sightFor(deps, { planId, actor, action: 'reviewReturn' }), { query, actor }),
    contacts: async ({ params: { planId }, actor }) => {
      const sight = await sightFor(deps, { planId, actor, action: 'readRegistry' });
      return contactBook(store, sight, sight.reach.unitId);
    },
    deputies: async ({ params: { planId }, actor }) => {
      const sight = await sightFor(deps, { planId, actor, action: 'readRegistry' });
      return deputyList(store, sight, sight.reach.unitId);
    },
    handOver: async ({ params: { planId, unitId }, actor }) => {
      const sight = await wholeUnit(planId, actor, 'readReturn');
      assertWithin(sight.reach, unitId);
      return handOverBody(store, sight, unitId);
    },
    inbox: async ({ params: { planId }, query, actor }) =>
      inboxBody(store, await sightFor(deps, { planId, actor, action: 'readInbox' }), { query, actor }),
    mails: async ({ params: { planId }, query, actor }) =>
      mailBody(store, await sightFor(deps, { planId, actor, action: 'readMailState' }), query),
    glance: async ({ params: { planId }, actor }) => glanceBody(store, await wholeUnit(planId, actor, 'readPlan')),
    heatMap: async ({ params: { planId }, actor }) => heatMap(store, await wholeUnit(planId, actor, 'readTask')),
    load: async ({ params: { planId }, actor }) => loadChart(store, await wholeUnit(planId, actor, 'readTask')),
    curves: async ({ params: { planId }, query, actor }) =>
      curveChart(store, await sightFor(deps, { planId, actor, action: 'readTask' }), query.taskId ?? null),
    search: ({ query, actor }) => searchBody(deps, { ...query, actor }),
  };
}
