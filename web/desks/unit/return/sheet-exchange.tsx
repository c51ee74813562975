import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ReturnDifferenceBody, ReturnPageBody } from '../../../../api/schemas/return.ts';
import { useActs } from '../../../blocks/act/use-acts.ts';
import { useSending } from '../../../blocks/act/use-sending.ts';
import { ProblemNotice } from '../../../blocks/state/problem-notice.tsx';
import { type Problem, problemOf } from '../../../http/problem.ts';
import { ask } from '../../../http/request.ts';
import { filledRow, rowKeyOf } from './row-key.ts';

interface ExchangeProps {
  readonly planId: string;
  readonly page: ReturnPageBody;
}

/** The return as xlsx: down, filled in elsewhere, and read back with the difference shown before anything is saved. */
export function SheetExchange({ planId, page }: ExchangeProps) {
  const [difference, setDifference] = useState<ReturnDifferenceBody | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { unitId, period, kind } = page.of;
  const path = `/api/plans/${planId}/returns/${unitId}/${period}/${kind}/xlsx` as const;
  const readBack = async (file: File): Promise<void> => {
    setProblem(null);
    try {
      setDifference(await ask<'readSheet'>('post', path, { file }));
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <>
      <Button href={path}>下载 Excel 表</Button>
      <label className="upload">
        <span>传回填好的 Excel 表</span>
        <input
          type="file"
          accept=".xlsx"
          aria-label="传回填好的 Excel 表"
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file !== undefined) void readBack(file);
          }}
        />
      </label>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Modal
        open={difference !== null}
        title="与当前内容的差别"
        footer={null}
        width={900}
        onCancel={() => setDifference(null)}
        destroyOnHidden
      >
        {difference === null ? null : (
          <Difference planId={planId} page={page} difference={difference} onDone={() => setDifference(null)} />
        )}
      </Modal>
    </>
  );
}

interface DifferenceProps extends ExchangeProps {
  readonly difference: ReturnDifferenceBody;
  readonly onDone: () => void;
}

function Difference({ planId, page, difference, onDone }: DifferenceProps) {
  const { rows, unchangedRows, problems } = difference;
  const post = useActs(planId);
  const sending = useSending();
  const save = async (): Promise<void> => {
    const filled = page.rows.flatMap((row) => {
      const read = rows.find((one) => rowKeyOf(one) === rowKeyOf(row));
      return read === undefined ? [] : [filledRow(row, read.entry, page.of.kind)];
    });
    if (await sending.send((actId) => post(actId, { type: 'saveRows', of: page.of, rows: filled }))) onDone();
  };
  return (
    <>
      {problems.length === 0 ? null : (
        <ul className="problem">
          {problems.map(({ place, message }) => (
            <li key={`${place} ${message}`}>
              {place}：{message}
            </li>
          ))}
        </ul>
      )}
      <p>
        将修改{rows.length}行，{unchangedRows}行没有变化。
      </p>
      <ul>
        {rows.map(({ taskId, subjectId, taskNumber, title, changes }) => (
          <li key={`${taskId} ${subjectId}`}>
            {taskNumber}　{title}
            <ul>
              {changes.map(({ field, label, before, after }) => (
                <li key={field}>
                  {label}：<del>{before ?? '（空）'}</del> → <ins>{after ?? '（空）'}</ins>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {sending.problem === null ? null : <ProblemNotice problem={sending.problem} again={() => void save()} />}
      <Button
        type="primary"
        disabled={rows.length === 0}
        loading={sending.phase === 'sending'}
        onClick={() => void save()}
      >
        保存这些修改
      </Button>
    </>
  );
}
