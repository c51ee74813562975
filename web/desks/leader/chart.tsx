import { useEffect, useRef } from 'react';
import { type ChartOption, drawOn } from './draw-chart.ts';

interface ChartProps {
  /** What the picture says, for those who do not see it; the figures stand in a table beside it. */
  readonly label: string;
  readonly option: ChartOption;
  readonly height: number;
}

/** A chart, drawn anew when its width or its figures change. */
export function Chart({ label, option, height }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (place.current === null ? undefined : drawOn(place.current, option)), [option]);
  return <div ref={place} role="img" aria-label={label} className="chart" style={{ height }} />;
}
