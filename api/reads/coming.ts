import { seatNames } from '../../domain/actor.ts';
import { dayKindOf, type DayKind, type WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { type Instant, dayOf, startOfDay } from '../../domain/instant.ts';
import { factText, periodName } from '../../domain/letters/letter-facts.ts';
import { letterTexts } from '../../domain/letters/letter-text.ts';
import { type PlainDate, addDays } from '../../domain/plain-date.ts';
import { type UpcomingLetter, upcoming } from '../../store/plan/upcoming.ts';
import { dueReturns } from '../../store/return/owed-obligations.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import { decisionContext } from '../../store/registry/decision-data.ts';
import type { Store } from '../../store/store.ts';
import type { ComingBody } from '../schemas/coming.ts';
import type { Sight } from '../sight.ts';
import { returnTitle } from '../words.ts';
import { owedReasons } from './due-reason.ts';
import { comingWakes } from './coming-wakes.ts';

/** What comes within so many days: from the chains' own next wakes and the letters that are due. */
export async function comingBody(
  store: Store,
  sight: Sight & { readonly reach: TaskReach },
  days: number,
): Promise<ComingBody> {
  const { planId, now, today, reach } = sight;
  const { calendar } = await decisionContext(store, planId);
  const last = addDays(today, days);
  const until = startOfDay(addDays(last, 1));
  const [{ wakes, letters }, owed] = await Promise.all([
    upcoming(store, planId, { after: now, until, unitId: reach.unitId }),
    dueReturns(store, { planId, reach, within: { from: today, to: last } }),
  ]);
  const told = reach.unitId === null ? await comingWakes(store, sight, wakes) : [];
  const why = await owedReasons(store, planId, reach.unitId);
  const [wakesOn, lettersOn] = [byDay(told), byDay(letters)];
  const duesOn = Map.groupBy(owed, ({ due }) => due);
  const all = Array.from({ length: days + 1 }, (_, index) => addDays(today, index));
  return {
    from: now,
    until,
    days: all.map((day) => ({
      ...dayOfYear(calendar, day),
      wakes: wakesOn.get(day) ?? [],
      letters: lettersOf(lettersOn.get(day) ?? [], sight),
      dues: (duesOn.get(day) ?? []).map(({ unitId, kind, period, rows, tasks }) => ({
        title: returnTitle(kind, period),
        unit: sight.unitRef(unitId),
        of: { unitId, kind, period },
        why: why({ unitId, kind, period, due: day }),
        rows,
        tasks,
      })),
    })),
  };
}

// Thousands of letters fall on a few moments: each moment is turned into its day once.
function byDay<T extends { readonly at: Instant }>(things: readonly T[]): ReadonlyMap<PlainDate, readonly T[]> {
  const days = new Map<Instant, PlainDate>();
  return Map.groupBy(things, ({ at }) => {
    const day = days.get(at) ?? dayOf(at);
    days.set(at, day);
    return day;
  });
}

const dayNames = { weekday: '工作日', weekend: '周末', 'make-up': '调休上班' } as const;

function dayOfYear(calendar: WorkingCalendar, day: PlainDate) {
  const kind: DayKind = dayKindOf(calendar, day);
  return { day, dayKind: kind.kind, dayName: kind.kind === 'holiday' ? kind.name : dayNames[kind.kind] };
}

function lettersOf(letters: readonly UpcomingLetter[], { unitRef }: Sight) {
  const alike = Map.groupBy(letters, ({ at, unitId, seat, kind, about, facts }) =>
    JSON.stringify([
      at,
      unitId,
      seat,
      kind,
      about,
      periodName(facts),
      facts['unitId'] ?? null,
      nameOf({ kind, facts }),
    ]),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { at, kind, unitId, seat, facts, about } = first;
    const aboutUnit = factText(facts, 'unitId');
    return [
      {
        at,
        title: nameOf(first),
        unit: unitRef(unitId),
        seatName: seatNames[seat],
        number: group.length,
        due: letterTexts[kind].nature === 'notice' ? null : about,
        about: aboutUnit === '' || aboutUnit === unitId ? null : unitRef(aboutUnit),
        tasks: tasksOf(group),
      },
    ];
  });
}

function nameOf({ kind, facts }: Pick<UpcomingLetter, 'kind' | 'facts'>): string {
  const [period, name] = [periodName(facts), letterTexts[kind].name(facts)];
  return period === '' ? name : `${period}${name.replace(/^季度/, '')}`;
}

function tasksOf(letters: readonly UpcomingLetter[]) {
  const tasks = letters.flatMap(({ chain, taskNumber }) =>
    taskNumber === null ? [] : [[chain.slice('task/'.length), taskNumber] as const],
  );
  return [...new Map(tasks)].map(([taskId, number]) => ({ taskId, number }));
}
