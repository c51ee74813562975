import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { NoticePreviewBody } from '../../../api/schemas/notice-preview.ts';
import { newActId } from '../../blocks/act/act-id.ts';
import { ProblemNotice } from '../../blocks/state/problem-notice.tsx';
import { type Problem, isUnconfirmed, problemOf } from '../../http/problem.ts';
import { readAnew } from '../../http/readings.ts';
import { ask, fetchFile } from '../../http/request.ts';
import { useView } from '../../start/address.ts';
import { ClockChoice, type Purpose } from './clock-choice.tsx';
import { FollowsChoice } from './follows-choice.tsx';
import { ImportPreview } from './import-preview.tsx';
import { type SheetCorrection, correctionsText } from './sheet-columns.tsx';

/** Imports a notice: what is read from it is shown first; once it is taken in, the breakdown opens. With a plan in the address, its notice is taken for a rehearsal. */
export function ImportPage() {
  const { view } = useView();
  const of = view['of'] ?? null;
  const [file, setFile] = useState<File | null>(null);
  const [purpose, setPurpose] = useState<Purpose>({ clock: of === null ? 'real' : 'stepped', scenario: null });
  const [follows, setFollows] = useState<string | null>(null);
  const [corrections, setCorrections] = useState<readonly SheetCorrection[]>([]);
  const reading = usePreview(file, { corrections, follows });
  const sending = useImport();
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    setCorrections([]);
  };
  const lent = useNoticeOf(of, choose);
  return (
    <section className="sheet">
      <p>
        导入正式印发的文件（docx、pdf、xlsx、html、txt）。系统读出任务、责任单位、目标和时限，逐处标明出自原文何处，由您核对。
      </p>
      <FileChoice file={file} choose={choose} />
      {lent === null ? null : <ProblemNotice problem={lent} />}
      <div aria-live="polite">
        {reading.isReading ? <p>正在试读文件……</p> : null}
        {reading.problem === null ? null : (
          <>
            <ProblemNotice problem={reading.problem} />
            {corrections.length === 0 ? null : <Button onClick={() => setCorrections([])}>取消对各列的更正</Button>}
          </>
        )}
        {reading.preview === null ? null : (
          <ImportPreview preview={reading.preview} corrections={corrections} correct={setCorrections} />
        )}
      </div>
      <ClockChoice
        purpose={purpose}
        choose={(chosen) => {
          setPurpose(chosen);
          if (chosen.clock !== purpose.clock) setFollows(null);
        }}
      />
      <FollowsChoice clock={purpose.clock} follows={follows} choose={setFollows} />
      {sending.problem === null ? null : <ProblemNotice problem={sending.problem} />}
      <div className="actions">
        <Button
          type="primary"
          disabled={file === null}
          loading={sending.isSending}
          onClick={() => (file === null ? undefined : void sending.send(file, purpose, { corrections, follows }))}
        >
          导入
        </Button>
      </div>
    </section>
  );
}

function FileChoice({ file, choose }: { readonly file: File | null; readonly choose: (file: File | null) => void }) {
  return (
    <label className="upload">
      <span>{file === null ? '选择文件' : `已选：${file.name}`}</span>
      <input
        type="file"
        accept=".docx,.pdf,.xlsx,.html,.htm,.txt,.md"
        onChange={({ target }) => choose(target.files?.[0] ?? null)}
      />
      <strong className="warning">严禁上传涉密内容</strong>
    </label>
  );
}

/** What people say about the file before it is read. */
interface Basis {
  readonly corrections: readonly SheetCorrection[];
  /** The plan of the year before. */
  readonly follows: string | null;
}

function followed(follows: string | null): { readonly follows?: string } {
  return follows === null ? {} : { follows };
}

// Nothing is kept of a file that is only looked at.
function usePreview(file: File | null, { corrections, follows }: Basis) {
  const given = correctionsText(corrections);
  const told = useQuery<NoticePreviewBody>({
    queryKey: ['notice-preview', file?.name, file?.size, file?.lastModified, given, follows],
    queryFn: ({ signal }) => {
      if (file === null) throw new Error('no file was chosen yet');
      const query = { fileName: file.name, corrections: given, ...followed(follows) };
      return ask<'previewNotice'>('post', '/api/notice-previews', { query, file, signal });
    },
    enabled: file !== null,
    // The columns stay on screen while they are read anew.
    placeholderData: (before) => (corrections.length > 0 ? before : undefined),
  });
  return {
    preview: told.data ?? null,
    problem: told.isError ? problemOf(told.error) : null,
    isReading: told.isFetching,
  };
}

function useImport() {
  const navigate = useNavigate();
  const [planId, setPlanId] = useState(newActId);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (file: File, { clock, scenario }: Purpose, { corrections, follows }: Basis): Promise<void> => {
    if (isSending) return;
    setSending(true);
    setProblem(null);
    try {
      const purpose = { clock, scenario: clock === 'stepped' ? scenario : null };
      const given = { corrections: correctionsText(corrections), ...followed(follows) };
      const query = { planId, fileName: file.name, ...purpose, ...given };
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
  return { isSending, problem, send };
}

// The file of a plan that is there already, so that its year can be rehearsed before the issue.
function useNoticeOf(planId: string | null, take: (file: File) => void): Problem | null {
  const [problem, setProblem] = useState<Problem | null>(null);
  const taken = useEffectEvent(take);
  useEffect(() => {
    if (planId === null) return;
    fetchFile(`/api/plans/${planId}/notice`).then(
      ({ name, bytes }) => taken(new File([bytes], name)),
      (error: unknown) => setProblem(problemOf(error)),
    );
  }, [planId]);
  return problem;
}
