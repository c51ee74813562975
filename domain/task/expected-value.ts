import { type PlainDate, daysBetween } from '../plain-date.ts';
import type { RowPlan } from './task-state.ts';

/** A point of a planned course: the cumulative value expected on a day. */
interface CoursePoint {
  readonly day: PlainDate;
  readonly value: number;
}

/** The way a number is to go, from the issue to its due day. */
export interface Course {
  readonly issuedOn: PlainDate;
  readonly due: PlainDate;
  readonly baseline: number;
  readonly target: number;
  readonly curve: RowPlan['curve'];
}

/**
 * The cumulative value expected on `day`: on the curve of the stage plan where it has one, else on the straight line over the
 * window that was left at the issue (baseline + (target − baseline) × share of the window), never over the whole year.
 */
export function expectedValue({ issuedOn, due, baseline, target, curve }: Course, day: PlainDate): number {
  const start: CoursePoint = { day: issuedOn, value: baseline };
  const end: CoursePoint = { day: due, value: target };
  const inner = curve.filter((point) => point.day > issuedOn && point.day < due);
  const points = [start, ...inner.toSorted((a, b) => (a.day < b.day ? -1 : 1)), end];
  const next = points.findIndex((point) => point.day >= day);
  if (next === -1) return target;
  const to = points[next] ?? end;
  const from = points[next - 1];
  if (from === undefined) return baseline;
  return from.value + ((to.value - from.value) * daysBetween(from.day, day)) / daysBetween(from.day, to.day);
}
