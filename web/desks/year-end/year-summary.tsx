import type { YearEndBody } from '../../../api/schemas/ending.ts';
import { endingNames } from '../../../domain/task/ending/row-ending.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import { type ActDefinition, textOf } from '../../blocks/act/act-definition.ts';
import { PaperApprovalButton } from '../../blocks/act/paper-approval-button.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { useSession } from '../../session/use-session.ts';

/** The year in figures, and the leader's approval of it, online or on paper. */
export function YearSummary({ planId, yearEnd }: { readonly planId: string; readonly yearEnd: YearEndBody }) {
  const { data: session } = useSession();
  const seat = session?.chosen?.seat;
  const { counts, undecided, checkCode, askedAt, approvedAt, approvedBy } = yearEnd;
  const isWaiting = askedAt !== null && approvedAt === null;
  const isOverseer = seat === 'office' || seat === 'leader' || seat === 'supervisor';
  return (
    <section className="sheet">
      <h2>年终总结</h2>
      <p>
        {endingCounts(counts)}
        {undecided.length === 0 ? '。' : `；尚有任务${undecided.join('、')}的办理结果未确定。`}
      </p>
      <p>{stateText(yearEnd)}</p>
      {approvedBy === null ? null : <p>审定人：{approvedBy.label}</p>}
      {isOverseer ? (
        <div className="actions">
          {summaryActs(yearEnd).map((definition) => (
            <ActButton
              key={definition.label}
              planId={planId}
              definition={definition}
              draft={`${definition.needs}/${checkCode}`}
            />
          ))}
          <a href={`/api/plans/${planId}/papers/year-end`} download>
            打印年终总结呈批单（校验码 {checkCode}）
          </a>
          {isWaiting && seat === 'office' ? (
            <PaperApprovalButton planId={planId} title="年终总结" act={{ type: 'approveSummary' }} />
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function endingCounts(counts: YearEndBody['counts']): string {
  const told = Object.entries(endingNames).flatMap(([ending, name]) => {
    const rows = counts[ending] ?? 0;
    return rows === 0 ? [] : [`${name}${rows}行`];
  });
  return told.length === 0 ? '还没有确定办理结果的行' : told.join('，');
}

function stateText({ askedAt, approvedAt }: YearEndBody): string {
  if (approvedAt !== null) return `年终总结已于${momentText(approvedAt)}审定。`;
  return askedAt === null ? '年终总结尚未报请审定。' : `年终总结已于${momentText(askedAt)}报请审定，等待市领导审定。`;
}

function summaryActs({ askedAt, approvedAt, undecided }: YearEndBody): readonly ActDefinition[] {
  if (approvedAt !== null) return [];
  if (askedAt === null) {
    if (undecided.length > 0) return [];
    const note = <p>报请后，各行办理结果不再改动，等待市领导审定。</p>;
    const toAct = () => ({ type: 'askSummaryApproval' as const });
    return [{ label: '报请审定', title: '报请审定年终总结', needs: 'askSummaryApproval', note, fields: [], toAct }];
  }
  return [
    {
      label: '同意',
      title: '审定年终总结',
      needs: 'approveSummary',
      fields: [],
      toAct: () => ({ type: 'approveSummary' }),
    },
    {
      label: '退回修改',
      title: '退回年终总结',
      needs: 'returnSummary',
      fields: [{ kind: 'text', name: 'reason', label: '意见', required: true }],
      toAct: (values) => ({ type: 'returnSummary', reason: textOf(values, 'reason') }),
    },
  ];
}
