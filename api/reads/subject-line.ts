import type { SubjectRow } from '../../store/read/task-rows.ts';
import type { SubjectLineBody } from '../schemas/register.ts';
import type { Sight } from '../sight.ts';
import { subjectLight } from './light-line.ts';

/** What a unit answers for, as screens show it. */
export function subjectLine(row: SubjectRow, { unitRef }: Pick<Sight, 'unitRef'>): SubjectLineBody {
  const { id, unit_id: unitId, kind, title, target, commitment, due, due_basis: dueBasis, tracked, progress } = row;
  return {
    subjectId: id,
    unit: unitRef(unitId),
    kind,
    title,
    target,
    commitment,
    due,
    dueBasis,
    tracked,
    progress:
      progress === null
        ? null
        : {
            period: progress.period,
            value: progress.value,
            complete: progress.complete,
            asOf: progress.asOf ?? null,
          },
    rate: rateOf(row),
    light: subjectLight(row),
  };
}

// Per cent with one decimal; a ceiling has no rate.
function rateOf({ target, progress }: SubjectRow): number | null {
  const value = progress?.value ?? null;
  if (target === null || value === null || target.value === 0 || target.comparator.startsWith('<')) return null;
  return Math.round((value / target.value) * 1_000) / 10;
}
