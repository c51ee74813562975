import { useNavigate } from '@tanstack/react-router';
import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { newActId } from '../../blocks/act/act-id.ts';
import { ProblemNotice } from '../../blocks/state/problem-notice.tsx';
import { type Problem, isUnconfirmed, problemOf } from '../../http/problem.ts';
import { readAnew, useReading } from '../../http/readings.ts';
import { ask } from '../../http/request.ts';

/** Imports a notice: the breakdown that is read from it opens next. */
export function ImportPage() {
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [clock, setClock] = useState<'real' | 'stepped'>('real');
  const [scenario, setScenario] = useState<string | null>(null);
  const [planId, setPlanId] = useState(newActId);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async (): Promise<void> => {
    if (file === null || isSending) return;
    setSending(true);
    setProblem(null);
    try {
      const query = { planId, fileName: file.name, clock, scenario: clock === 'stepped' ? scenario : null };
      await ask<'importNotice'>('post', '/api/plans', { query, file });
      await readAnew('/api/plans');
      await navigate({ to: `/plans/${planId}/breakdown` });
    } catch (error) {
      const told = problemOf(error);
      setProblem(told);
      if (!isUnconfirmed(told)) setPlanId(newActId());
    } finally {
      setSending(false);
    }
  };
  return (
    <section className="sheet">
      <p>
        导入正式印发的文件（docx、pdf、xlsx、html、txt）。系统读出任务、责任单位、目标和时限，逐处标明出自原文何处，由您核对。
      </p>
      <label className="upload">
        <span>{file === null ? '选择文件' : `已选：${file.name}`}</span>
        <input
          type="file"
          accept=".docx,.pdf,.xlsx,.html,.htm,.txt,.md"
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
        <strong className="warning">严禁上传涉密内容</strong>
      </label>
      <ClockChoice clock={clock} scenario={scenario} setClock={setClock} setScenario={setScenario} />
      {problem === null ? null : <ProblemNotice problem={problem} again={() => void submit()} />}
      <div className="actions">
        <Button type="primary" disabled={file === null} loading={isSending} onClick={() => void submit()}>
          导入
        </Button>
      </div>
    </section>
  );
}

interface ClockChoiceProps {
  readonly clock: 'real' | 'stepped';
  readonly scenario: string | null;
  readonly setClock: (clock: 'real' | 'stepped') => void;
  readonly setScenario: (scenario: string | null) => void;
}

// The clock is chosen here and fixed for the plan's life.
function ClockChoice({ clock, scenario, setClock, setScenario }: ClockChoiceProps) {
  const scenarios = useReading<'scenarios'>(clock === 'stepped' ? '/api/scenarios' : null);
  return (
    <>
      <div className="row-field">
        <span id="clock-label">用途</span>
        <Radio.Group
          aria-labelledby="clock-label"
          value={clock}
          onChange={({ target }) => setClock(target.value === 'stepped' ? 'stepped' : 'real')}
        >
          <Radio value="real">正式办理（按真实时间）</Radio>
          <Radio value="stepped">演练（时间由办公室推进，邮件不出本系统）</Radio>
        </Radio.Group>
      </div>
      {clock === 'stepped' ? (
        <div className="row-field">
          <span>演练方案</span>
          <Select
            aria-label="演练方案"
            allowClear
            placeholder="平常的一年（各方也可由真人办理）"
            value={scenario}
            options={(scenarios.data?.scenarios ?? []).map(({ name, title }) => ({ value: name, label: title }))}
            onChange={(chosen: string | null | undefined) => setScenario(chosen ?? null)}
          />
        </div>
      ) : null}
    </>
  );
}
