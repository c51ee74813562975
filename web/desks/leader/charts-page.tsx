import { Select } from 'antd';
import { useMemo } from 'react';
import type { CurveChartBody, HeatMapBody, LoadChartBody } from '../../../api/schemas/charts.ts';
import { lightNames } from '../../../domain/task/light-sentence.ts';
import { chineseDay, isPlainDate } from '../../../domain/plain-date.ts';
import type { Light } from '../../../domain/task/task-state.ts';
import { Nothing, Reading } from '../../blocks/state/reading-state.tsx';
import { useWholeList } from '../../http/whole-list.ts';
import { useReading } from '../../http/readings.ts';
import { usePlanId, useView } from '../../start/address.ts';
import { periodText, targetText } from '../../words/names.ts';
import { Chart } from './chart.tsx';
import { SlipHistory } from './slip-history.tsx';

/** Charts where people would rather look than read: lights by unit and quarter, progress against the curve, load by week, slips and orders by month. */
export function ChartsPage() {
  const planId = usePlanId() ?? '';
  const heat = useReading<'heatMap'>(`/api/plans/${planId}/charts/heat-map`);
  const load = useReading<'load'>(`/api/plans/${planId}/charts/load`);
  const curves = useReading<'curves'>(`/api/plans/${planId}/charts/curves`);
  const orders = useWholeList<'orders'>(`/api/plans/${planId}/orders`);
  return (
    <>
      <h2>各单位各季度亮灯（最重的一盏）</h2>
      <Reading of={heat}>{(told) => <HeatMap chart={told} />}</Reading>
      <h2>进度与计划曲线</h2>
      <Reading of={curves}>{(told) => <Curves chart={told} />}</Reading>
      <h2>各单位每周报送工作量</h2>
      <Reading of={load}>{(told) => <Load chart={told} />}</Reading>
      <h2>催办单和督办单</h2>
      <Reading of={orders}>{(told) => <SlipHistory orders={told.rows} />}</Reading>
    </>
  );
}

const colours: Readonly<Record<Light, string>> = {
  'on-track': '#7fc08b',
  recovered: '#8fb4e0',
  'near-due': '#f1d36b',
  'awaiting-statistics': '#c9ced6',
  'no-plan': '#9aa3af',
  suspended: '#dfe3e8',
  behind: '#ea9a4b',
  'far-behind': '#d4574d',
};

const isLight = (name: string): name is Light => name in colours;

function HeatMap({ chart }: { readonly chart: HeatMapBody }) {
  const option = useMemo(() => {
    const order = Object.keys(colours).filter(isLight);
    const units = chart.units.map(({ name }) => name);
    return {
      aria: { enabled: true },
      grid: { left: 130, right: 20, top: 10, bottom: 40 },
      xAxis: { type: 'category', data: chart.periods.map(periodText) },
      yAxis: { type: 'category', data: units, inverse: true },
      visualMap: {
        type: 'piecewise',
        // Each cell says its light in words.
        show: false,
        pieces: order.map((light, value) => ({ value, label: lightNames[light], color: colours[light] })),
      },
      series: [
        {
          type: 'heatmap',
          label: {
            show: true,
            color: '#1f1f1f',
            formatter: ({ value }: { value: readonly number[] }) => nameAt(order, value[2]),
          },
          data: chart.cells.map(({ unitId, period, light }) => [
            chart.periods.indexOf(period),
            chart.units.findIndex((unit) => unit.unitId === unitId),
            order.indexOf(light),
          ]),
        },
      ],
    };
  }, [chart]);
  if (chart.cells.length === 0) return <Nothing text="还没有亮灯。" />;
  return <Chart label="各单位各季度最重的亮灯" option={option} height={120 + chart.units.length * 26} />;
}

function nameAt(order: readonly Light[], place: number | undefined): string {
  const light = order[place ?? -1];
  return light === undefined ? '' : lightNames[light];
}

function Load({ chart }: { readonly chart: LoadChartBody }) {
  const option = useMemo(() => {
    const most = Math.max(1, ...chart.cells.map(({ rows }) => rows));
    return {
      aria: { enabled: true },
      grid: { left: 130, right: 20, top: 10, bottom: 100 },
      xAxis: { type: 'category', data: chart.weeks.map(weekText), axisLabel: { rotate: 45 } },
      yAxis: { type: 'category', data: chart.units.map(({ name }) => name), inverse: true },
      visualMap: {
        min: 0,
        max: most,
        orient: 'horizontal',
        left: 'center',
        bottom: 0,
        inRange: { color: ['#e8eff8', '#17498a'] },
      },
      series: [
        {
          type: 'heatmap',
          label: { show: true },
          data: chart.cells.map(({ unitId, week, rows }) => [
            chart.weeks.indexOf(week),
            chart.units.findIndex((unit) => unit.unitId === unitId),
            rows,
          ]),
        },
      ],
    };
  }, [chart]);
  if (chart.cells.length === 0) return <Nothing text="还没有报送任务。" />;
  return <Chart label="各单位每周应报的行数" option={option} height={140 + chart.units.length * 24} />;
}

// 10月10日起, with the year where it is another than that of the week before.
function weekText(monday: string, place: number, all: readonly string[]): string {
  if (!isPlainDate(monday)) return monday;
  return `${chineseDay(monday, monday.slice(0, 4) !== all[place - 1]?.slice(0, 4))}起`;
}

function Curves({ chart: { curves } }: { readonly chart: CurveChartBody }) {
  const { view, setView } = useView();
  const chosen = curves.find(({ subjectId, taskId }) => `${taskId} ${subjectId}` === view['curve']) ?? curves[0];
  const option = useMemo(
    () =>
      chosen === undefined
        ? {}
        : {
            aria: { enabled: true },
            legend: { bottom: 0 },
            grid: { left: 60, right: 20, top: 20, bottom: 50 },
            // The name of a month would lie over its first day.
            xAxis: { type: 'time', axisLabel: { hideOverlap: true, formatter: '{M}月{d}日' } },
            yAxis: { type: 'value', name: chosen.target.unit },
            series: [
              {
                type: 'line',
                name: '按计划应达',
                lineStyle: { type: 'dashed' },
                data: chosen.expected.map(({ day, value }) => [day, value]),
              },
              {
                type: 'line',
                name: '实际累计',
                symbolSize: 9,
                data: chosen.reported.map(({ day, value }) => [day, value]),
              },
            ],
          },
    [chosen],
  );
  if (chosen === undefined) return <Nothing text="没有数量目标，或者阶段计划尚未通过审核。" />;
  return (
    <>
      <Select
        aria-label="选择指标"
        className="wide-field"
        showSearch={{ optionFilterProp: 'label' }}
        value={`${chosen.taskId} ${chosen.subjectId}`}
        options={curves.map(({ taskId, subjectId, taskNumber, title, unit }) => ({
          value: `${taskId} ${subjectId}`,
          label: `${taskNumber} ${title}（${unit.name}）`,
        }))}
        onChange={(curve: string) => setView({ curve })}
      />
      {chosen.expected.length + chosen.reported.length === 0 ? (
        <Nothing text="阶段计划尚未通过审核，也还没有审核通过的报告。" />
      ) : (
        <Chart
          label={`${chosen.title}，目标${targetText(chosen.target) ?? ''}：实际累计与计划曲线`}
          option={option}
          height={320}
        />
      )}
    </>
  );
}
