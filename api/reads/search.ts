import { type PersonActor } from '../../domain/actor.ts';
import { dayOf } from '../../domain/instant.ts';
import { scopeOf } from '../../domain/permissions.ts';
import { searchTasks } from '../../store/read/search.ts';
import { personIds } from '../../store/read/registry-list.ts';
import { personsOn } from '../../store/registry/persons.ts';
import { unitRegister } from '../../store/registry/units.ts';
import type { AppDeps } from '../app-deps.ts';
import type { SearchResultBody } from '../schemas/coming.ts';
import { phaseNames } from '../words.ts';
import { seenPlans } from './plan-bodies.ts';
import { reachOf, sightFor } from '../sight.ts';

const mostResults = 50;

/** What is sought, by whom. */
export interface Search {
  readonly words: string;
  readonly planId?: string | undefined;
  readonly actor: PersonActor;
}

/** Tasks, items, units and people in which the words occur, as far as the reader may see them. */
export async function searchBody(deps: AppDeps, { words, planId, actor }: Search): Promise<SearchResultBody> {
  const { store, now } = deps;
  // A rehearsed plan has people and units of its own, on its own day.
  const view =
    planId === undefined
      ? { planId: null, day: dayOf(now()) }
      : (await sightFor(deps, { planId, actor, action: 'readPlan' })).view;
  const nothing = { planId: null, taskId: null, unitId: null };
  const tasks =
    scopeOf(actor.seat, 'readTask') === null
      ? []
      : await searchTasks(store, {
          words,
          planId: planId ?? null,
          reach: reachOf(actor, 'readTask'),
          limit: mostResults,
        });
  const found = tasks.map(({ planId: ofPlan, planTitle, taskId, number, title, item }) => ({
    ...nothing,
    kind: item === null ? ('task' as const) : ('item' as const),
    planId: ofPlan,
    taskId,
    title: `第${number}项 ${title}`,
    excerpt: item ?? planTitle,
  }));
  const plans = (scopeOf(actor.seat, 'readPlan') === null ? [] : await seenPlans(store, actor))
    .filter(({ planId: id, title, documentNumber }) => {
      const isAsked = planId === undefined || planId === id;
      return isAsked && [title, documentNumber ?? ''].some((text) => text.includes(words));
    })
    .map((plan) => ({
      ...nothing,
      kind: 'plan' as const,
      planId: plan.planId,
      title: plan.title,
      excerpt: plan.documentNumber ?? phaseNames[plan.phase],
    }));
  if (scopeOf(actor.seat, 'readRegistry') === null) return { results: [...plans, ...found].slice(0, mostResults) };
  const units = (await unitRegister(store, view))
    .filter(({ name, fullName, aliases }) => [name, fullName, ...aliases].some((each) => each.includes(words)))
    .map(({ unitId, name, fullName }) => ({
      ...nothing,
      kind: 'unit' as const,
      unitId,
      title: name,
      excerpt: fullName,
    }));
  const persons =
    scopeOf(actor.seat, 'readRegistry') === 'any'
      ? [...(await personsOn(store, view, await personIds(store, view.planId))).values()].flatMap(({ particulars }) =>
          particulars !== null && particulars.name.includes(words)
            ? [{ ...nothing, kind: 'person' as const, title: particulars.name, excerpt: particulars.phone }]
            : [],
        )
      : [];
  return { results: [...plans, ...found, ...units, ...persons].slice(0, mostResults) };
}
