import type { ReturnLine } from '../../store/return/read-returns.ts';
import type { ReturnLineBody, ReturnListBody, ReturnQuery } from '../schemas/return.ts';
import type { Sight } from '../sight.ts';
import { kindName, periodName } from '../words.ts';
import { pageOfLines } from './list-part.ts';

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

/** The page that was asked for of returns. */
export function returnList(lines: readonly ReturnLine[], sight: Sight, query: ReturnQuery): ReturnListBody {
  return pageOfLines(
    lines.map((line) => returnLine(line, sight)),
    query,
    {
      texts: ({ unit, kindName: kind, periodName: period }) => [unit.name, kind, period],
      sorts: {
        period: ({ of }) => of.period,
        submitted: ({ submittedAt }) => submittedAt,
        reviewed: ({ reviewedAt }) => reviewedAt,
      },
    },
  );
}
