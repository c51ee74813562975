import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { type Arrangement, valuesInUse } from './arrange-rows.ts';
import type { Column } from './column.ts';
import type { DataTableProps } from './table-props.ts';
import { csvOf, saveFile, tableOf } from './table-file.ts';
import { type Problem, problemOf } from '../../http/problem.ts';
import { askFile } from '../../http/request.ts';
import { usePlanId } from '../../start/address.ts';
import { ProblemNotice } from '../state/problem-notice.tsx';

interface ToolsProps<Row> extends DataTableProps<Row> {
  readonly arrangement: Arrangement;
  readonly arrange: (changes: Readonly<Record<string, string | null>>) => void;
  readonly arranged: readonly Row[];
}

/** Search, filters, number of rows and export above a table. */
export function TableTools<Row>({ caption, columns, rows, tools, arrangement, arrange, arranged }: ToolsProps<Row>) {
  const isArranged = arrangement.search !== '' || Object.keys(arrangement.filters).length > 0;
  return (
    <div className="table-tools" role="search" aria-label={`${caption}：筛选`}>
      <Input
        type="search"
        className="table-search"
        aria-label={`在${caption}中查找`}
        placeholder="查找"
        allowClear
        value={arrangement.search}
        onChange={({ target }) => arrange({ q: target.value })}
      />
      {columns.map((column) =>
        column.filters === undefined || column.filters === false ? null : (
          <FilterBox key={column.key} column={column} rows={rows} arrangement={arrangement} arrange={arrange} />
        ),
      )}
      {isArranged ? (
        <Button
          onClick={() =>
            arrange({
              q: null,
              ...Object.fromEntries(Object.keys(arrangement.filters).map((key) => [`f.${key}`, null])),
            })
          }
        >
          清除条件
        </Button>
      ) : null}
      <span className="table-count" role="status">
        {isArranged ? `${arranged.length} / ${rows.length} 条` : `共 ${rows.length} 条`}
      </span>
      <span className="table-actions">
        {tools}
        <Exports caption={caption} columns={columns} arranged={arranged} />
        <Button onClick={() => window.print()}>打印</Button>
      </span>
    </div>
  );
}

// What is shown is what is exported: filtered and sorted as on the screen.
function Exports<Row>({ caption, columns, arranged }: Pick<ToolsProps<Row>, 'caption' | 'columns' | 'arranged'>) {
  const planId = usePlanId();
  const [problem, setProblem] = useState<Problem | null>(null);
  const csv = (): void =>
    saveFile(`${caption}.csv`, new Blob([csvOf(columns, arranged)], { type: 'text/csv;charset=utf-8' }));
  const workbook = async (): Promise<void> => {
    setProblem(null);
    try {
      const body = { planId, ...tableOf(caption, columns, arranged) };
      const { name, bytes } = await askFile<'tableWorkbook'>('/api/table-workbook', body);
      saveFile(name, bytes);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <>
      <Button onClick={csv}>导出 CSV</Button>
      <Button onClick={() => void workbook()}>导出 Excel</Button>
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </>
  );
}

interface FilterProps<Row> extends Pick<ToolsProps<Row>, 'rows' | 'arrangement' | 'arrange'> {
  readonly column: Column<Row>;
}

function FilterBox<Row>({ column, rows, arrangement, arrange }: FilterProps<Row>) {
  const value = arrangement.filters[column.key];
  const options = valuesInUse(rows, column).map((text) => ({ value: text, label: text }));
  return (
    <Select
      className="table-filter"
      aria-label={`按${column.title}筛选`}
      placeholder={column.title}
      allowClear
      showSearch
      popupMatchSelectWidth={false}
      value={value ?? null}
      options={options}
      onChange={(chosen: string | null | undefined) => arrange({ [`f.${column.key}`]: chosen ?? null })}
    />
  );
}
