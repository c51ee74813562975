import { nextQuarter, quarterEnd, quarterOf, type Period } from '../../domain/calendar/quarter.ts';
import { dayOf } from '../../domain/instant.ts';
import { type PlainDate, addDays, weekdayOf } from '../../domain/plain-date.ts';
import { type Course, expectedValue } from '../../domain/task/expected-value.ts';
import { lightsBySeverity } from '../../domain/task/lights.ts';
import type { Light } from '../../domain/task/task-state.ts';
import { type CurveRow, curveRows, glanceRows, lightsOn, owedByDay } from '../../store/read/figures.ts';
import type { TaskReach } from '../../store/read/task-reach.ts';
import type { Store } from '../../store/store.ts';
import type { CurveChartBody, GlanceBody, HeatMapBody, LoadChartBody } from '../schemas/charts.ts';
import type { Sight } from '../sight.ts';
import { itemReasons } from './due-reason.ts';
import { leaderDecisions } from './leader-decisions.ts';

type Seen = Sight & { readonly reach: TaskReach };

/** Lights of every unit at the end of every quarter since the issue, the present one as it stands today. */
export async function heatMap(store: Store, sight: Seen): Promise<HeatMapBody> {
  const { plan, planId, today, reach } = sight;
  const periods = plan.issuedAt === null ? [] : quartersBetween(dayOf(plan.issuedAt), today);
  const cells: HeatMapBody['cells'][number][] = [];
  for (const period of periods) {
    const end = quarterEnd(period);
    const counted = await lightsOn(store, { planId, day: end < today ? end : today, reach });
    for (const [unitId, lights] of Map.groupBy(counted, (each) => each.unitId)) {
      const worst = lights.reduce((bad, each) => (severity(each.light) > severity(bad.light) ? each : bad));
      const byLight = Object.fromEntries(lights.map(({ light, number }) => [light, number]));
      cells.push({ unitId, period, light: worst.light, lights: byLight });
    }
  }
  const units = [...new Set(cells.map(({ unitId }) => unitId))].map(sight.unitRef);
  return { periods, units, cells };
}

function severity(light: Light): number {
  return lightsBySeverity.indexOf(light);
}

function quartersBetween(from: PlainDate, to: PlainDate): readonly Period[] {
  const periods: Period[] = [];
  for (let period = quarterOf(from); period <= quarterOf(to); period = nextQuarter(period)) periods.push(period);
  return periods;
}

/** How much each unit owes in each week, named by its Monday. */
export async function loadChart(store: Store, sight: Seen): Promise<LoadChartBody> {
  const owed = await owedByDay(store, sight);
  const weekOf = (day: PlainDate): PlainDate => addDays(day, -((weekdayOf(day) + 6) % 7));
  const groups = Map.groupBy(owed, ({ unitId, due }) => `${unitId} ${weekOf(due)}`);
  const cells = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const sum = (part: 'rows' | 'tasks' | 'returns'): number => group.reduce((total, each) => total + each[part], 0);
    const figures = { rows: sum('rows'), tasks: sum('tasks'), returns: sum('returns') };
    return [{ unitId: first.unitId, week: weekOf(first.due), ...figures }];
  });
  const weeks = [...new Set(cells.map(({ week }) => week))].toSorted();
  return { weeks, units: [...new Set(cells.map(({ unitId }) => unitId))].map(sight.unitRef), cells };
}

/** Of each target what the plan expected and what was accepted. */
export async function curveChart(store: Store, sight: Seen, taskId: string | null): Promise<CurveChartBody> {
  const rows = await curveRows(store, { ...sight, taskId });
  const why = await itemReasons(store, sight.planId);
  return {
    curves: rows.map(({ unitId, stagePlan, issuedAt, reported, dueBasis, ...row }) => {
      const course = courseOf({ ...row, stagePlan, issuedAt });
      return {
        ...row,
        dueWhy: why({ ...row, dueBasis }),
        unit: sight.unitRef(unitId),
        expectedNow: course === null ? null : valueOn(course, sight.today),
        expected: course === null ? [] : pointsOf(course),
        reported: reported.map(({ period, value }) => ({ day: quarterEnd(period), period, value })),
      };
    }),
  };
}

function courseOf({
  stagePlan,
  issuedAt,
  due,
  target,
}: Pick<CurveRow, 'stagePlan' | 'issuedAt' | 'due' | 'target'>): Course | null {
  if (stagePlan === null || stagePlan.baseline === null) return null;
  const { baseline, curve } = stagePlan;
  return { issuedOn: dayOf(issuedAt), due, baseline, target: target.value, curve };
}

function pointsOf(course: Course): CurveChartBody['curves'][number]['expected'] {
  const days = [course.issuedOn, ...course.curve.map(({ day }) => day), course.due].toSorted();
  return [...new Set(days)].map((day) => ({ day, value: valueOn(course, day) }));
}

function valueOn(course: Course, day: PlainDate): number {
  return Math.round(expectedValue(course, day) * 100) / 100;
}

/** The year at a glance. */
export async function glanceBody(store: Store, sight: Seen): Promise<GlanceBody> {
  const { groups, units } = await glanceRows(store, sight.planId, sight.reach);
  const lights: Record<string, number> = {};
  for (const group of groups) {
    for (const [light, number] of Object.entries(group.lights)) lights[light] = (lights[light] ?? 0) + number;
  }
  return {
    lights,
    groups,
    units: units.map(({ unitId, ...unit }) => ({ unit: sight.unitRef(unitId), ...unit })),
    // Whoever sees one unit alone is nobody who decides here.
    decisions: sight.reach.unitId === null ? [...(await leaderDecisions(store, sight))] : [],
  };
}
