import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { NoticePreviewBody } from '../../../api/schemas/notice-preview.ts';

type Sheet = NoticePreviewBody['sheets'][number];

/** What a person corrects about one sheet, as the API takes it. */
export interface SheetCorrection {
  readonly sheet: string;
  readonly headRow?: number;
  readonly headings: Readonly<Record<string, string>>;
}

/** The corrections as they go into the query; null where there are none. */
export function correctionsText(corrections: readonly SheetCorrection[]): string | null {
  return corrections.length === 0 ? null : JSON.stringify(corrections);
}

interface SheetColumnsProps {
  readonly sheets: readonly Sheet[];
  readonly corrections: readonly SheetCorrection[];
  readonly correct: (corrections: readonly SheetCorrection[]) => void;
}

/** How the columns of a workbook were understood; each can be read as another, and the file is then read anew. */
export function SheetColumns({ sheets, corrections, correct }: SheetColumnsProps) {
  if (sheets.length === 0) return null;
  const given = (sheet: string): SheetCorrection =>
    corrections.find((one) => one.sheet === sheet) ?? { sheet, headings: {} };
  const change = (next: SheetCorrection): void =>
    correct([...corrections.filter(({ sheet }) => sheet !== next.sheet), next]);
  return (
    <>
      <h3>各列的含义</h3>
      <p className="hint">系统对各列的理解如下，有误的请改选，系统随即重新读取。</p>
      {sheets.map((sheet) => (
        <OneSheet key={sheet.sheet} sheet={sheet} correction={given(sheet.sheet)} change={change} />
      ))}
      {corrections.length === 0 ? null : <Button onClick={() => correct([])}>取消全部更正</Button>}
    </>
  );
}

// Headings that the reader knows; the last leaves a column unread.
const headings = [
  '序号',
  '类别',
  '工作任务',
  '工作内容',
  '牵头单位',
  '配合单位',
  '责任单位',
  '责任领导',
  '完成时限',
  '备注',
] as const;

interface OneSheetProps {
  readonly sheet: Sheet;
  readonly correction: SheetCorrection;
  readonly change: (correction: SheetCorrection) => void;
}

function OneSheet({ sheet: { sheet, headRow, columns }, correction, change }: OneSheetProps) {
  const [row, setRow] = useState<number | null>(correction.headRow ?? headRow);
  return (
    <fieldset className="plan-part">
      <legend>工作表“{sheet}”</legend>
      <div className="row-field">
        <span>表头所在的行{headRow === null ? '（没有认出，请填写）' : ''}</span>
        <InputNumber aria-label={`工作表“${sheet}”表头所在的行`} min={1} value={row} onChange={setRow} />
        <Button
          disabled={row === null || row === (correction.headRow ?? headRow)}
          onClick={() => (row === null ? undefined : change({ ...correction, headRow: row }))}
        >
          按此行重新读取
        </Button>
      </div>
      <ul className="plain-list">
        {columns.map(({ column, heading, readAs, meaning }) => (
          <li key={column} className="row-field">
            <span>
              {column}列“{heading}”：{meaning === null ? '不读取' : `读作${meaning}`}
            </span>
            <Select
              aria-label={`工作表“${sheet}”${column}列读作`}
              className="wide-field"
              value={correction.headings[column] ?? (readAs === '' ? null : readAs)}
              placeholder="改读作"
              options={optionsFor(readAs)}
              onChange={(chosen: string) =>
                change({ ...correction, headings: { ...correction.headings, [column]: chosen } })
              }
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function optionsFor(readAs: string) {
  const known = headings.map((value) => ({ value: String(value), label: value === '备注' ? '备注（不读取）' : value }));
  return readAs === '' || known.some(({ value }) => value === readAs)
    ? known
    : [{ value: readAs, label: readAs }, ...known];
}
