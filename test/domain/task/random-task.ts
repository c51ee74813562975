import { fc } from '../../support/drawn.ts';
import { type PlainDate, addDays, plainDate } from '../../../domain/plain-date.ts';
import type { ItemDraft, TaskDraft } from '../../../domain/plan/task-draft.ts';
import { taskStart } from '../../../domain/task/start.ts';
import type { TaskStart } from '../../../domain/task/task-command.ts';
import type { PartyRole, Target } from '../../../domain/task/issued-subject.ts';
import { parties, reviewer, on } from './task-play.ts';

const units = ['industry', 'science', 'finance', 'transport', 'culture', 'danyang', 'jurong'];

const role = fc.constantFrom<PartyRole>('lead', 'lead', 'support', 'support', 'district');
const target = fc.record<Target>(
  {
    value: fc.constantFrom(0, 1, 50, 100, 1400),
    unit: fc.constant('台'),
    comparator: fc.constantFrom('=', '>=', '>', '<=', '<'),
  },
  // As JSON gives it, so that states can be compared with what was read again.
  { noNullPrototype: true },
);

interface ItemRecipe {
  readonly unit: number;
  readonly target: Target | null;
  readonly dueIn: number;
  readonly tracked: boolean;
  readonly sharers: number;
}

const item = fc.record<ItemRecipe>({
  unit: fc.nat(6),
  target: fc.option(target),
  dueIn: fc.nat({ max: 364 }),
  tracked: fc.boolean(),
  sharers: fc.nat(2),
});

/** A task's start: one to seven units in any roles, up to three items, issued on any day from the autumn before its year on. */
export const randomStart: fc.Arbitrary<TaskStart> = fc
  .record({
    roles: fc.array(role, { maxLength: 6 }),
    items: fc.array(item, { maxLength: 3 }),
    issuedIn: fc.integer({ min: -60, max: 364 }),
    hour: fc.nat(23),
  })
  .map(({ roles, items, issuedIn, hour }) => {
    const named = parties(...['lead' as const, ...roles].map((each, index) => [units[index] ?? '', each] as const));
    const draft: TaskDraft = {
      taskId: 'task-1',
      number: '1',
      group: '一',
      title: '任务',
      span: [0, 1],
      parties: named,
      items: items.map((recipe, index) =>
        itemOf(
          recipe,
          index,
          named.map(({ unitId }) => unitId),
        ),
      ),
    };
    const issuedAt = on(dayOfYear(issuedIn), hour);
    return taskStart(draft, {
      planId: 'plan',
      planYear: 2022,
      breakdownHash: 'a'.repeat(64),
      issuedAt,
      issuedBy: reviewer,
    });
  });

/** The day so many days after 1 January 2022. */
export function dayOfYear(days: number): PlainDate {
  return addDays(plainDate('2022-01-01'), days);
}

function itemOf(recipe: ItemRecipe, index: number, named: readonly string[]): ItemDraft {
  const { unit, dueIn, tracked, sharers } = recipe;
  return {
    id: String(index + 1),
    quote: '',
    span: null,
    unitId: named[unit % named.length] ?? null,
    kind: recipe.target === null ? 'deliverable' : 'number',
    title: `事项${index + 1}`,
    target: recipe.target,
    commitment: 'binding',
    due: tracked ? plainDate('2025-12-31') : dayOfYear(dueIn),
    dueBasis: 'derived',
    tracked,
    shares: recipe.target === null ? [] : named.slice(0, sharers).map((unitId) => ({ unitId, value: 10 })),
  };
}
