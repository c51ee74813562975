import { useMemo } from 'react';
import type { OrderLineBody } from '../../../api/schemas/order.ts';
import { dayOf } from '../../../domain/instant.ts';
import { Nothing } from '../../blocks/state/reading-state.tsx';
import type { Column } from '../../blocks/table/column.ts';
import { DataTable } from '../../blocks/table/data-table.tsx';
import { Chart } from './chart.tsx';

/** A slip or an order that was sent, with the month of its sending. */
interface Sent extends OrderLineBody {
  readonly month: string;
}

/** Slips and orders by the month in which they were sent, and by unit, with those that nobody answered in time. */
export function SlipHistory({ orders }: { readonly orders: readonly OrderLineBody[] }) {
  const sent = useMemo(
    () =>
      orders.flatMap((order): readonly Sent[] =>
        order.sentAt === null ? [] : [{ ...order, month: dayOf(order.sentAt).slice(0, 7) }],
      ),
    [orders],
  );
  const option = useMemo(() => optionOf(sent), [sent]);
  if (sent.length === 0) return <Nothing text="还没有发出催办单、督办单。" />;
  return (
    <>
      <Chart label="各月发出的催办单和督办单" option={option} height={260} />
      <DataTable
        caption="各单位收到的催办单和督办单"
        name="slips"
        columns={columns}
        rows={linesOf(sent)}
        rowKey={({ unit }) => unit}
      />
    </>
  );
}

function optionOf(sent: readonly Sent[]) {
  const months = [...new Set(sent.map(({ month }) => month))].toSorted();
  const bars = (name: string, belongs: (order: Sent) => boolean) => ({
    type: 'bar',
    name,
    label: { show: true },
    data: months.map((month) => sent.filter((order) => order.month === month && belongs(order)).length),
  });
  return {
    aria: { enabled: true },
    legend: { bottom: 0 },
    grid: { left: 40, right: 20, top: 20, bottom: 60 },
    xAxis: { type: 'category', data: months.map(monthText) },
    yAxis: { type: 'value', minInterval: 1, name: '份' },
    series: [bars('催办单', ({ kind }) => kind === 'slip'), bars('督办单', ({ kind }) => kind === 'order')],
  };
}

function monthText(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year}年${Number(number)}月`;
}

interface UnitLine {
  readonly unit: string;
  readonly slips: number;
  readonly orders: number;
  readonly lapsed: number;
}

const columns: readonly Column<UnitLine>[] = [
  { key: 'unit', title: '单位', text: ({ unit }) => unit, sorts: true },
  { key: 'slips', title: '催办单', text: ({ slips }) => slips, numeric: true, sorts: true },
  { key: 'orders', title: '督办单', text: ({ orders }) => orders, numeric: true, sorts: true },
  { key: 'lapsed', title: '逾期未答复', text: ({ lapsed }) => lapsed, numeric: true, sorts: true },
];

function linesOf(sent: readonly Sent[]): readonly UnitLine[] {
  return [...Map.groupBy(sent, ({ unit }) => unit.name)].map(([unit, own]) => ({
    unit,
    slips: own.filter(({ kind }) => kind === 'slip').length,
    orders: own.filter(({ kind }) => kind === 'order').length,
    lapsed: own.filter(({ lapsed }) => lapsed).length,
  }));
}
