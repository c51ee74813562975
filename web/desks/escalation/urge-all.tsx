import { Button } from 'antd';
import type { UrgingBoardBody } from '../../../api/schemas/order.ts';
import { dayOf } from '../../../domain/instant.ts';
import { useBatch } from '../../blocks/act/use-batch.ts';
import { useIsAsked } from '../../blocks/undo/undo-context.ts';
import { CopyButton } from '../../blocks/copy-button.tsx';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { useMarkedPlan } from '../../session/use-plans.ts';
import { kindNames, returnTitle } from '../../words/names.ts';
import { urgedReports } from './urging-acts.tsx';

type Overdue = UrgingBoardBody['overdue'];

/** Urges every unit that is late in one act, through the group chat whose text is copied here; it can be taken back for ten seconds. */
export function UrgeAll({
  planId,
  board: { overdue, rows: urgings, today },
}: {
  readonly planId: string;
  readonly board: UrgingBoardBody;
}) {
  const batch = useBatch(planId);
  const plan = useMarkedPlan();
  const isAsked = useIsAsked(`${planId}/urge-all`);
  if (overdue.length === 0) return null;
  // Who was urged today is not urged a second time by the same press.
  const urgedToday = new Set(urgings.filter(({ urgedAt }) => dayOf(urgedAt) === today).map(({ unit }) => unit.unitId));
  const left = overdue.filter(({ unit }) => !urgedToday.has(unit.unitId));
  const urge = (): void => {
    batch({
      about: 'urge-all',
      label: `登记对${left.length}个单位的群消息催办`,
      acts: left.map((line) => ({
        type: 'urge',
        unitId: line.unit.unitId,
        obligations: urgedReports(line),
        channel: 'message',
        reached: '工作群内全体联络员',
        promise: null,
        delivers: false,
      })),
    });
  };
  const mark = plan?.clock === 'stepped' ? '【演练数据·非真实情况】\n' : '';
  return (
    <div className="actions">
      <CopyButton text={`${mark}${chatText(overdue, today)}`} />
      {left.length === 0 ? (
        <p>逾期单位今日均已催办。</p>
      ) : (
        <Button type="primary" onClick={urge} disabled={isAsked}>
          全部登记催办（{left.length}个单位）
        </Button>
      )}
    </div>
  );
}

function chatText(overdue: Overdue, today: string): string {
  const lines = overdue.map(({ unit, rows }) => {
    const names = [...new Set(rows.map(({ kind, period }) => returnTitle(period, kindNames[kind])))];
    return `${unit.name}：${names.join('、')}，共${rows.length}份。`;
  });
  return `截至${dayText(today)}，以下单位逾期未报：\n${lines.join('\n')}\n请今日内报送，有困难的请及时联系领导小组办公室。`;
}
