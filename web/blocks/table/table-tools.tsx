import { Button, Input, Select } from 'antd';
import { type Arrangement, valuesInUse } from './arrange-rows.ts';
import type { Column } from './column.ts';
import type { DataTableProps } from './table-props.ts';
import { csvOf, saveFile } from './table-file.ts';

interface ToolsProps<Row> extends DataTableProps<Row> {
  readonly arrangement: Arrangement;
  readonly arrange: (changes: Readonly<Record<string, string | null>>) => void;
  readonly arranged: readonly Row[];
}

/** Search, filters, number of rows and export above a table. */
export function TableTools<Row>({
  caption,
  columns,
  rows,
  tools,
  workbook,
  arrangement,
  arrange,
  arranged,
}: ToolsProps<Row>) {
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
        <Button onClick={() => saveFile(`${caption}.csv`, csvOf(columns, arranged))}>导出 CSV</Button>
        {workbook === undefined ? null : <Button href={workbook}>导出 Excel</Button>}
        <Button onClick={() => window.print()}>打印</Button>
      </span>
    </div>
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
