import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type EChartsCoreOption, init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([
  BarChart,
  HeatmapChart,
  LineChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
]);

/** What is to be drawn, in the library's own terms. */
export type ChartOption = EChartsCoreOption;

/** Draws and keeps the size; the answer takes the chart down again. */
export function drawOn(place: HTMLElement, option: ChartOption): () => void {
  const chart = init(place, null, { renderer: 'svg' });
  // HTML tooltips carry style attributes, which the content security policy refuses.
  chart.setOption({ animation: false, color: ['#17498a', '#a24400'], tooltip: { renderMode: 'richText' }, ...option });
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(place);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}
