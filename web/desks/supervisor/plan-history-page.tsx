import { Reading } from '../../blocks/state/reading-state.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { usePlanId } from '../../start/address.ts';
import { TimelineList } from './task-timeline.tsx';

/** All that happened to the plan as a whole, from its ledger. */
export function PlanHistoryPage() {
  const planId = usePlanId() ?? '';
  const timeline = useWholeList<'planTimeline'>(`/api/plans/${planId}/timeline`);
  return <Reading of={timeline}>{({ rows }) => <TimelineList entries={rows} />}</Reading>;
}
