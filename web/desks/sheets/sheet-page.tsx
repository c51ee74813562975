import type { SheetPageBody } from '../../../api/schemas/sheet.ts';
import { ActButton } from '../../blocks/act/act-button.tsx';
import { type ActDefinition, textOf } from '../../blocks/act/act-definition.ts';
import { PaperApprovalButton } from '../../blocks/act/paper-approval-button.tsx';
import { momentText } from '../../blocks/date/moment-text.ts';
import { Reading } from '../../blocks/state/reading-state.tsx';
import { useReading } from '../../http/readings.ts';
import { withQuery } from '../../http/request.ts';
import { useSession } from '../../session/use-session.ts';
import { usePart, usePlanId } from '../../start/address.ts';

/** One sheet: what it puts before the head or the leader, and what the seat can do with it. */
export function SheetPage() {
  const planId = usePlanId() ?? '';
  const sheetId = usePart('sheetId') ?? '';
  const sheet = useReading<'sheet'>(`/api/plans/${planId}/sheets/${sheetId}`);
  return (
    <Reading of={sheet}>
      {(told) => (
        <>
          <SheetFacts planId={planId} sheet={told} />
          <SheetActs planId={planId} sheet={told} />
        </>
      )}
    </Reading>
  );
}

function SheetFacts({ planId, sheet }: { readonly planId: string; readonly sheet: SheetPageBody }) {
  const { matter, number, version, checkCode, unit, phaseName, lines, draftedBy, draftedAt, askedAt } = sheet;
  const { decidedBy, decidedAt, onPaper, reason, refusal, sheetId, scanHash } = sheet;
  return (
    <section className="sheet">
      <h2>{matter}</h2>
      <dl className="facts">
        <dt>编号</dt>
        <dd>
          {number}（第{version}版，校验码 <code>{checkCode}</code>）
        </dd>
        <dt>审签单位</dt>
        <dd>{unit.name}</dd>
        <dt>状态</dt>
        <dd>{phaseName}</dd>
        <dt>内容</dt>
        <dd className="said">{lines.join('\n')}</dd>
        <dt>拟写</dt>
        <dd>
          {draftedBy.label}，{momentText(draftedAt)}
          {askedAt === null ? '，尚未送审' : `，${momentText(askedAt)}送审`}
        </dd>
        {decidedBy === null || decidedAt === null ? null : (
          <>
            <dt>审签</dt>
            <dd>
              {decidedBy.label}，{momentText(decidedAt)}
              {onPaper ? '（纸质审签）' : ''}
              {scanHash === null ? null : (
                <>
                  {'　'}
                  <a href={`/api/plans/${planId}/sheets/${sheetId}/scan`}>下载扫描件</a>
                </>
              )}
            </dd>
          </>
        )}
        {reason === null ? null : (
          <>
            <dt>退回意见</dt>
            <dd className="said">{reason}</dd>
          </>
        )}
        {refusal === null ? null : (
          <>
            <dt>未能办理的原因</dt>
            <dd className="problem">{refusal}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function SheetActs({ planId, sheet }: { readonly planId: string; readonly sheet: SheetPageBody }) {
  const { data: session } = useSession();
  const seat = session?.chosen?.seat;
  const { key, version, phase, approver, matter, sheetId } = sheet;
  const isDrafter = seat === (approver === 'leader' ? 'office' : 'officer');
  const acts = seat === approver ? decisions(sheet) : isDrafter ? draftersActs(sheet) : [];
  const isOpen = phase === 'drafted' || phase === 'asked';
  return (
    <div className="actions">
      {acts.map((definition) => (
        <ActButton
          key={definition.label}
          planId={planId}
          definition={definition}
          draft={`${definition.label}/${sheetId}/${version}`}
          isMain={definition.needs === 'approveSheet'}
        />
      ))}
      <a href={withQuery(`/api/plans/${planId}/papers/sheet`, { sheet: key })} download>
        打印审签单（docx）
      </a>
      {isOpen && isDrafter ? (
        <PaperApprovalButton planId={planId} title={matter} act={{ type: 'approveSheet', sheet: key, version }} />
      ) : null}
    </div>
  );
}

function decisions({ phase, key, version }: SheetPageBody): readonly ActDefinition[] {
  if (phase !== 'asked') return [];
  return [
    {
      label: '同意',
      title: '审签',
      needs: 'approveSheet',
      note: <p>同意后，所列事项随即办理。</p>,
      fields: [],
      toAct: () => ({ type: 'approveSheet', sheet: key, version }),
    },
    {
      label: '退回修改',
      title: '退回修改',
      needs: 'approveSheet',
      fields: [{ kind: 'text', name: 'reason', label: '退回意见', required: true }],
      toAct: (values) => ({ type: 'refuseSheet', sheet: key, reason: textOf(values, 'reason') }),
    },
  ];
}

function draftersActs({ phase, key }: SheetPageBody): readonly ActDefinition[] {
  const isOpen = phase === 'drafted' || phase === 'asked' || phase === 'refused' || phase === 'act-refused';
  const ask: ActDefinition = {
    label: '送审签',
    title: '送审签',
    needs: 'draftSheet',
    fields: [],
    toAct: () => ({ type: 'askSheetApproval', sheet: key }),
  };
  const withdraw: ActDefinition = {
    label: '撤回审签单',
    title: '撤回审签单',
    needs: 'draftSheet',
    note: <p>撤回后不能恢复，需要时另行拟写。</p>,
    fields: [],
    toAct: () => ({ type: 'withdrawSheet', sheet: key }),
  };
  return [...(phase === 'drafted' ? [ask] : []), ...(isOpen ? [withdraw] : [])];
}
