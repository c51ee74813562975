import { Button } from 'antd';
import { useState } from 'react';
import type { VerificationBody } from '../../../api/schemas/ledger.ts';
import { momentText } from '../../blocks/date/moment-text.ts';
import { ProblemNotice } from '../../blocks/state/problem-notice.tsx';
import { type Problem, problemOf } from '../../http/problem.ts';
import { ask } from '../../http/request.ts';

/** Reads the whole ledger 留痕链 again and says whether anything in it was changed. */
export function VerificationPage() {
  const [isRunning, setRunning] = useState(false);
  const [result, setResult] = useState<VerificationBody | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const verify = async (): Promise<void> => {
    setRunning(true);
    setProblem(null);
    try {
      setResult(await ask<'verifyLedger'>('post', '/api/ledger/verification'));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setRunning(false);
    }
  };
  return (
    <section className="sheet">
      <p>重新读取全部留痕，逐条核对校验值是否首尾相接、内容是否与记录时一致。</p>
      <div className="actions">
        <Button type="primary" loading={isRunning} onClick={() => void verify()}>
          开始核验
        </Button>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {result === null ? null : <Outcome result={result} />}
    </section>
  );
}

function Outcome({
  result: { ok, sentence, checkedAt, chains, events, contents, erasedContents, fault },
}: {
  readonly result: VerificationBody;
}) {
  return (
    <div role="status">
      <h2>{ok ? '核验通过' : '核验未通过'}</h2>
      <p>{sentence}</p>
      <dl className="facts">
        <dt>核验时间</dt>
        <dd>{momentText(checkedAt)}</dd>
        <dt>留痕链</dt>
        <dd>
          {chains ?? '—'}条链，{events ?? '—'}条留痕，{contents ?? '—'}段内容（已按规定清除{erasedContents ?? 0}段）
        </dd>
        {fault === null ? null : (
          <>
            <dt>第一处不符</dt>
            <dd>
              {fault.chain} 第{fault.seq}条：{fault.why}
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
