import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { SignerListBody } from '../../../api/schemas/sheet.ts';
import { problemOf } from '../../http/problem.ts';
import { readAnew, useReading } from '../../http/readings.ts';
import { ask } from '../../http/request.ts';
import { mayAtAll } from '../../session/may-at-all.ts';
import { useSession } from '../../session/use-session.ts';
import { FieldControl } from '../form/field-control.tsx';
import type { Field, FormValues } from '../form/field.ts';
import { FieldsForm } from '../form/fields-form.tsx';
import { ProblemNotice } from '../state/problem-notice.tsx';
import { type SentAct, textOf } from './act-definition.ts';
import { type Paper, useActs } from './use-acts.ts';
import { useSending } from './use-sending.ts';

interface PaperApprovalProps {
  readonly planId: string;
  /** What was signed. */
  readonly title: string;
  readonly act: SentAct;
}

/** Records an approval that was signed on a print 纸质审签: who signed when, the check code, and the scan. */
export function PaperApprovalButton(props: PaperApprovalProps) {
  const [isOpen, setOpen] = useState(false);
  const { data: session } = useSession();
  if (session === undefined || !mayAtAll(session, 'recordPaperApproval')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>登记纸质审签</Button>
      <Modal
        open={isOpen}
        title={`登记纸质审签：${props.title}`}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <PaperForm {...props} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function PaperForm({ planId, act, onDone }: PaperApprovalProps & { readonly onDone: () => void }) {
  const [on, setOn] = useState('');
  const [scan, setScan] = useState<File | null>(null);
  const sending = useSending();
  const post = useActs(planId);
  const signers = useReading<'signers'>(`/api/plans/${planId}/signers`, { on });
  const known = signers.data?.signers ?? [];
  const submit = async (values: FormValues): Promise<void> => {
    if (scan === null) return;
    const sent = await sending.send(async (actId) => {
      const { hash } = await ask<'addScan'>('post', `/api/plans/${planId}/scans`, {
        query: { fileName: scan.name },
        file: scan,
      });
      await post(actId, act, false, paperOf(values, known, hash));
    });
    if (!sent) return;
    await readAnew('/api/plans');
    onDone();
  };
  return (
    <>
      {signers.isError ? <ProblemNotice problem={problemOf(signers.error)} /> : null}
      <FieldsForm
        name="paper-approval"
        fields={fieldsOf(known)}
        control={FieldControl}
        submitLabel={sending.phase === 'unconfirmed' ? '再次提交' : '登记'}
        isSending={sending.phase === 'sending'}
        problem={sending.problem}
        check={() => (scan === null ? { checkCode: '请同时选择扫描件' } : {})}
        onChange={(values) => setOn(textOf(values, 'signedOn'))}
        onSubmit={(values) => void submit(values)}
        more={<ScanChoice scan={scan} choose={setScan} />}
      />
    </>
  );
}

function fieldsOf(known: SignerListBody['signers']): readonly Field[] {
  return [
    { kind: 'day', name: 'signedOn', label: '签批日期', required: true },
    {
      kind: 'choice',
      name: 'signer',
      label: '签批人',
      required: true,
      help: '签批当日在任或者代行的人员。',
      choices: known.map(({ label }, place) => ({ value: String(place), label })),
    },
    {
      kind: 'line',
      name: 'checkCode',
      label: '纸上印的校验码',
      required: true,
      help: '打印后内容有改动的，校验码不符，须重新打印审签。',
    },
  ];
}

function paperOf(values: FormValues, known: SignerListBody['signers'], scanHash: string): Paper {
  const chosen = known[Number(textOf(values, 'signer'))];
  if (chosen === undefined) throw new Error('nobody was chosen as signer');
  const { deputyFor, ...signer } = chosen.signer;
  return {
    signer: deputyFor === undefined ? signer : { ...signer, deputyFor },
    signedOn: textOf(values, 'signedOn'),
    scanHash,
    checkCode: textOf(values, 'checkCode').toUpperCase(),
  };
}

function ScanChoice({ scan, choose }: { readonly scan: File | null; readonly choose: (file: File | null) => void }) {
  return (
    <p>
      <label className="upload">
        <span>{scan === null ? '选择扫描件' : '重新选择扫描件'}</span>
        <input
          type="file"
          accept=".pdf,.jpg,.jpeg,.png"
          aria-label="选择扫描件，严禁上传涉密内容"
          onChange={({ target }) => choose(target.files?.[0] ?? null)}
        />
        <strong className="warning">严禁上传涉密内容</strong>
      </label>
      {scan === null ? null : <span>　{scan.name}</span>}
    </p>
  );
}
