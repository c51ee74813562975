import type { TaskChange } from '../../task/change/task-change.ts';
import { type Consequence, leftToPeople, told } from './consequence.ts';
import type { RunningTask } from './item-subjects.ts';
import type { NoticeChange } from './notice-change.ts';

type OfParty = Extract<NoticeChange, { readonly kind: 'party-joined' | 'party-left' }>;

/** What a unit that comes or goes asks for: where one goes and one comes in the same part, the one takes over from the other. */
export function partyConsequence(
  difference: OfParty,
  task: RunningTask,
  differences: readonly NoticeChange[],
): Consequence {
  const { unitId, role } = difference.party;
  const isOn = task.state.parties.some((party) => party.unitId === unitId);
  const counterpart = counterpartOf(difference, differences);
  const change = (made: TaskChange): Consequence => ({ kind: 'change', task, change: made });
  if (difference.kind === 'party-joined') {
    if (isOn || counterpart !== null) return told;
    return change({ kind: 'amendment', put: [], remove: [], joins: [{ unitId, role }] });
  }
  if (!isOn) return told;
  if (counterpart === null) return leftToPeople('文件不再列该单位，其承担的工作由谁接办请确定后提出责任单位调整');
  return change({ kind: 'reassignment', unitId, toUnitId: counterpart.party.unitId });
}

// Only where a task has one that leaves and one that joins in a part is it clear who follows whom.
function counterpartOf(difference: OfParty, differences: readonly NoticeChange[]): OfParty | null {
  const own = differences
    .filter(({ taskNumber }) => taskNumber === difference.taskNumber)
    .flatMap((each) => (each.kind === 'party-joined' || each.kind === 'party-left' ? [each] : []))
    .filter(({ party }) => party.role === difference.party.role);
  const [one, other, ...more] = own;
  if (one === undefined || other === undefined || more.length > 0 || one.kind === other.kind) return null;
  return one === difference ? other : one;
}
