import { Table } from 'antd';
import type { ColumnsType, TableProps } from 'antd/es/table';
import { useMemo } from 'react';
import { Nothing } from '../state/reading-state.tsx';
import { arrangeRows } from './arrange-rows.ts';
import type { Column } from './column.ts';
import { wordedColumns } from './table-file.ts';
import type { DataTableProps } from './table-props.ts';
import { TableTools } from './table-tools.tsx';
import { useArrangement } from './use-arrangement.ts';
import { usePrinting } from './use-printing.ts';

/** The one table: arranged through the address, exported, printed whole, and read as cards on a narrow screen. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, name = '', pageSize = 50 } = props;
  const { arrangement, page, arrange, turn } = useArrangement(name);
  const arranged = useMemo(() => arrangeRows(rows, columns, arrangement), [rows, columns, arrangement]);
  const isPrinting = usePrinting();
  const onChange: TableProps<Row>['onChange'] = (_pages, _filters, sorter, { action }) => {
    if (action !== 'sort' || Array.isArray(sorter)) return;
    const key = String(sorter.columnKey ?? '');
    arrange({
      sort: sorter.order === undefined || sorter.order === null ? null : sorter.order === 'descend' ? `-${key}` : key,
    });
  };
  return (
    <section className="data-table" aria-label={caption}>
      {props.bare === true || (rows.length === 0 && props.tools === undefined) ? null : (
        <TableTools {...props} arrangement={arrangement} arrange={arrange} arranged={arranged} />
      )}
      <Table<Row>
        size="small"
        rowKey={rowKey}
        columns={columnsFor(isPrinting ? wordedColumns(columns, arranged) : columns, arrangement.sort)}
        dataSource={arranged}
        onChange={onChange}
        pagination={
          isPrinting || arranged.length <= pageSize
            ? false
            : {
                current: page,
                pageSize,
                onChange: turn,
                showSizeChanger: false,
                showTotal: (total) => `共 ${total} 条`,
              }
        }
        locale={{ emptyText: <Nothing text={emptyText(props)} /> }}
        {...choosingFor(props)}
        {...detailFor(props)}
      />
    </section>
  );
}

function emptyText<Row>({ rows, empty }: DataTableProps<Row>): string {
  return rows.length === 0 ? (empty ?? '暂无内容。') : '没有符合筛选条件的内容，请放宽条件。';
}

function columnsFor<Row>(columns: readonly Column<Row>[], sort: string): ColumnsType<Row> {
  return columns.map(({ key, title, text, cell, sorts, width, numeric, short, wideOnly }) => ({
    key,
    title,
    render: (_value: unknown, row: Row) => cell?.(row) ?? text(row) ?? '—',
    ...(width === undefined ? {} : { width }),
    ...(numeric === true ? { align: 'right' as const } : {}),
    className: [wideOnly === true ? 'wide-only' : '', short === true || numeric === true ? 'short' : ''].join(' '),
    // The cards of the narrow screen have no head: each cell bears its own.
    onCell: () => titled(title),
    ...(sorts === true ? { sorter: true, sortOrder: orderOf(key, sort), showSorterTooltip: false } : {}),
  }));
}

// The type of a cell's attributes does not know data attributes.
function titled(title: string): Readonly<Record<`data-${string}`, string>> & { readonly title?: never } {
  return { 'data-title': title };
}

function orderOf(key: string, sort: string): 'ascend' | 'descend' | null {
  if (sort === key) return 'ascend';
  return sort === `-${key}` ? 'descend' : null;
}

function choosingFor<Row>({ choosing }: DataTableProps<Row>): Pick<TableProps<Row>, 'rowSelection'> {
  if (choosing === undefined) return {};
  return {
    rowSelection: {
      selectedRowKeys: [...choosing.chosen],
      onChange: (keys) => choosing.choose(keys.map(String)),
      getCheckboxProps: (row) => ({ 'aria-label': choosing.label(row) }),
      getTitleCheckboxProps: () => ({ 'aria-label': '选择全部' }),
    },
  };
}

function detailFor<Row>({ detail }: DataTableProps<Row>): Pick<TableProps<Row>, 'expandable'> {
  return detail === undefined
    ? {}
    : { expandable: { expandedRowRender: detail, columnTitle: <span className="for-readers">展开</span> } };
}
