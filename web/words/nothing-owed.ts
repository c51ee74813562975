import type { PlanLineBody } from '../../api/schemas/plan.ts';
import type { ReturnPageBody } from '../../api/schemas/return.ts';
import { isPeriod, quarterStart } from '../../domain/calendar/quarter.ts';
import { chineseDay } from '../../domain/plain-date.ts';
import { returnTitle } from './names.ts';

/** Why a return has no rows: the plan is not issued, its quarter has not begun, or nothing of it is owed; null where it has some. */
export function nothingOwed(
  { rows, of, unit, kindName, version }: Pick<ReturnPageBody, 'rows' | 'of' | 'unit' | 'kindName' | 'version'>,
  plan: Pick<PlanLineBody, 'phase' | 'today'> | null,
): string | null {
  if (rows.length > 0 || version > 0) return null;
  const title = returnTitle(of.period, kindName);
  if (plan !== null && plan.phase !== 'issued') return `文件尚未印发交办，还不需要报送${title}。`;
  const begins = isPeriod(of.period) ? quarterStart(of.period) : null;
  if (plan !== null && begins !== null && begins > plan.today)
    return `本期尚未开始，${title}自${chineseDay(begins, true)}起填报。`;
  return `${unit.name}没有应当报送的${title}，无需填报。`;
}
