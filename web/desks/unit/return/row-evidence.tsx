import { Button } from 'antd';
import { useState } from 'react';
import type { ReturnPageBody, ReturnRowBody } from '../../../../api/schemas/return.ts';
import { newActId } from '../../../blocks/act/act-id.ts';
import { ProblemNotice } from '../../../blocks/state/problem-notice.tsx';
import { type Problem, problemOf } from '../../../http/problem.ts';
import { ask } from '../../../http/request.ts';
import type { Filling } from './use-filling.ts';

interface RowEvidenceProps {
  readonly planId: string;
  readonly page: ReturnPageBody;
  readonly row: ReturnRowBody;
  readonly filling: Filling;
}

const mostFiles = 5;
const mostBytes = 20 * 1024 * 1024;

/** Evidence 佐证材料 of a row: what is there, one more, or one less. A file belongs to the row once the row is saved with it. */
export function RowEvidence({ planId, page: { of }, row, filling }: RowEvidenceProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  const { taskId, subjectId, evidence, mayFill } = row;
  const send = async (file: File, evidenceId = newActId()): Promise<void> => {
    if (file.size > mostBytes) return setProblem(tooLarge(file));
    setSending(true);
    setProblem(null);
    try {
      const query = { evidenceId, fileName: file.name, taskId, subjectId };
      const path = `/api/plans/${planId}/returns/${of.unitId}/${of.period}/${of.kind}/evidence` as const;
      const kept = await ask<'addEvidence'>('post', path, { query, file });
      filling.addEvidence(row, kept);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <div className="evidence">
      <ul className="plain-list">
        {evidence.map((file) => (
          <li key={file.evidenceId}>
            <a href={`/api/plans/${planId}/evidence/${file.evidenceId}`}>{file.fileName}</a>
            <span className="hint">（{Math.ceil(file.bytes / 1024)} KB）</span>
            {mayFill ? (
              <Button
                size="small"
                className="not-on-paper"
                aria-label={`移除${file.fileName}`}
                onClick={() => filling.removeEvidence(row, file.evidenceId)}
              >
                移除
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayFill && evidence.length < mostFiles ? (
        <label className="upload not-on-paper">
          <span>{isSending ? '正在上传……' : '上传佐证材料'}</span>
          <input
            type="file"
            disabled={isSending}
            accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png,.ofd"
            aria-label={`${row.title}：上传佐证材料，严禁上传涉密内容`}
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file !== undefined) void send(file);
            }}
          />
          <strong className="warning">严禁上传涉密内容</strong>
        </label>
      ) : null}
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </div>
  );
}

function tooLarge(file: File): Problem {
  const text = `“${file.name}”超过20 MB，请压缩或拆分后上传。`;
  return { status: 413, code: 'too-large', text, field: null, reference: null };
}
