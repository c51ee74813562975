import { seatNames } from '../../domain/actor.ts';
import { dayKindOf, type DayKind, type WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { type Instant, dayOf, startOfDay } from '../../domain/instant.ts';
import { letterTexts } from '../../domain/letters/letter-text.ts';
import { type PlainDate, addDays } from '../../domain/plain-date.ts';
import { type UpcomingLetter, type UpcomingWake, upcoming } from '../../store/plan/upcoming.ts';
import { owedByDay } from '../../store/read/figures.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import { decisionContext } from '../../store/registry/decision-data.ts';
import type { Store } from '../../store/store.ts';
import type { ComingBody } from '../schemas/coming.ts';
import type { Sight } from '../sight.ts';

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
    owedByDay(store, { planId, reach, within: { from: today, to: last } }),
  ]);
  const [wakesOn, lettersOn] = [byDay(wakes), byDay(letters)];
  const duesOn = Map.groupBy(owed, ({ due }) => due);
  const all = Array.from({ length: days + 1 }, (_, index) => addDays(today, index));
  return {
    from: now,
    until,
    days: all.map((day) => ({
      ...dayOfYear(calendar, day),
      wakes: reach.unitId === null ? wakesOf(wakesOn.get(day) ?? []) : [],
      letters: lettersOf(lettersOn.get(day) ?? [], sight),
      dues: (duesOn.get(day) ?? []).map(({ unitId, rows }) => ({
        title: '报送到期',
        unit: sight.unitRef(unitId),
        rows,
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

function wakesOf(wakes: readonly UpcomingWake[]) {
  return wakes.map(({ at, chain, taskNumber }) => ({
    at,
    title: taskNumber === null ? '工作要点到时处理' : `第${taskNumber}项任务到时处理`,
    taskId: chain.startsWith('task/') ? chain.slice('task/'.length) : null,
    taskNumber,
  }));
}

function lettersOf(letters: readonly UpcomingLetter[], { unitRef }: Sight) {
  const alike = Map.groupBy(letters, (letter) =>
    JSON.stringify([letter.at, letter.unitId, letter.seat, letterTexts[letter.kind].name(letter.facts)]),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { at, kind, unitId, seat, facts } = first;
    return [
      {
        at,
        title: letterTexts[kind].name(facts),
        unit: unitRef(unitId),
        seatName: seatNames[seat],
        number: group.length,
      },
    ];
  });
}
