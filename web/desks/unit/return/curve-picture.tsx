import type { RowEntryBody } from '../../../../api/schemas/return.ts';
import { type PlainDate, addDays, daysBetween, isPlainDate } from '../../../../domain/plain-date.ts';

interface CurvePictureProps {
  readonly title: string;
  readonly plan: NonNullable<RowEntryBody['plan']>;
  readonly target: number | null;
  readonly due: PlainDate;
}

const [wide, high] = [320, 90];

/** The curve that is being typed, drawn small beside its figures. */
export function CurvePicture({ title, plan, target, due }: CurvePictureProps) {
  const { baseline, curve } = plan;
  if (baseline === null || target === null || curve.length === 0) return null;
  const days = [...curve.map(({ day }) => day), due].filter(isPlainDate).toSorted();
  const first = addDays(days[0] ?? due, -30);
  const length = Math.max(1, daysBetween(first, due));
  const most = Math.max(target, baseline, ...curve.map(({ value }) => value), 1);
  const at = (day: PlainDate, value: number): string =>
    `${((daysBetween(first, day) / length) * wide).toFixed(1)},${(high - (value / most) * (high - 8)).toFixed(1)}`;
  const points = [at(first, baseline), ...curve.map(({ day, value }) => at(day, value)), at(due, target)];
  return (
    <svg
      className="curve-picture"
      role="img"
      aria-label={`${title}的进度曲线`}
      viewBox={`-4 0 ${wide + 8} ${high + 4}`}
    >
      <line x1="0" y1={high} x2={wide} y2={high} stroke="#4f5560" />
      <polyline points={points.join(' ')} fill="none" stroke="#17498a" strokeWidth="2" />
    </svg>
  );
}
