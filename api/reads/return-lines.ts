import type { ReturnLine } from '../../store/return/read-returns.ts';
import type { ReturnLineBody } from '../schemas/return.ts';
import type { Sight } from '../sight.ts';
import { kindName, periodName } from '../words.ts';

/** A return as lists show it. */
export function returnLine(line: ReturnLine, { unitRef }: Sight): ReturnLineBody {
  const { unitId, kind, period, returnId, version, deliveredVersion, phase, rows } = line;
  const { headAskedAt, submittedAt, reviewedAt } = line;
  return {
    returnId,
    of: { unitId, kind, period },
    unit: unitRef(unitId),
    kindName: kindName(kind),
    periodName: periodName(period),
    version,
    deliveredVersion,
    phase,
    headAskedAt,
    submittedAt,
    reviewedAt,
    rows,
  };
}
