import type { ActDefinition, SentAct } from './act-definition.ts';

type Drafted = Extract<SentAct, { type: 'draftSheet' }>['act'];

/** The same form for whoever drafts for a head or a leader: the act goes on a sheet 审签单 and is sent up. */
export function onSheet(definition: ActDefinition): ActDefinition {
  const { label, title, note, toAct, approver, undo: _undo, ...rest } = definition;
  const whom = approver === 'leader' ? '市领导' : '单位负责人';
  return {
    ...rest,
    label: `${label}（送审签）`,
    title: `${title}：拟写审签单`,
    needs: 'draftSheet',
    note: (
      <>
        {note}
        <p>提交后送{whom}审签，审签后才正式生效；也可以在“审签单”中打印，签字后扫描登记。</p>
      </>
    ),
    toAct: (values, actId) => ({ type: 'draftSheet', sheet: sheetKey(actId), act: drafted(toAct(values, actId)) }),
    followedBy: (_values, actId) => ({ type: 'askSheetApproval', sheet: sheetKey(actId) }),
  };
}

function sheetKey(actId: string): string {
  return `sheet-${actId}`;
}

function drafted(act: SentAct): Drafted {
  if ('sheet' in act) throw new Error('a sheet cannot stand on a sheet');
  return act;
}
