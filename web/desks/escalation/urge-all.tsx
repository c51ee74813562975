import { Button } from 'antd';
import { useState } from 'react';
import type { UrgingBoardBody } from '../../../api/schemas/order.ts';
import { useBatch } from '../../blocks/act/use-batch.ts';
import { CopyButton } from '../../blocks/copy-button.tsx';
import { dayText } from '../../blocks/date/date-with-reason.tsx';
import { useMarkedPlan } from '../../session/use-plans.ts';
import { kindNames, returnTitle } from '../../words/names.ts';
import { urgedReports } from './urging-acts.tsx';

type Overdue = UrgingBoardBody['overdue'];

/** Urges every unit that is late in one act, through the group chat whose text is copied here; it can be taken back for ten seconds. */
export function UrgeAll({
  planId,
  overdue,
  today,
}: {
  readonly planId: string;
  readonly overdue: Overdue;
  readonly today: string;
}) {
  const batch = useBatch(planId);
  const plan = useMarkedPlan();
  const [isAsked, setAsked] = useState(false);
  if (overdue.length === 0) return null;
  const urge = (): void => {
    setAsked(true);
    batch({
      label: `登记对${overdue.length}个单位的群消息催办`,
      acts: overdue.map((line) => ({
        type: 'urge',
        unitId: line.unit.unitId,
        obligations: urgedReports(line),
        channel: 'message',
        reached: '工作群内全体联络员',
        promise: null,
        delivers: false,
      })),
      onTakenBack: () => setAsked(false),
    });
  };
  const mark = plan?.clock === 'stepped' ? '【演练数据·非真实情况】\n' : '';
  return (
    <div className="actions">
      <CopyButton text={`${mark}${chatText(overdue, today)}`} />
      <Button type="primary" onClick={urge} disabled={isAsked}>
        全部登记催办（{overdue.length}个单位）
      </Button>
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
