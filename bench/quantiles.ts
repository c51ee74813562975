/** How long something took in the middle, and at worst but for one in a hundred; milliseconds. */
export interface Quantiles {
  readonly p50: number;
  readonly p99: number;
}

/** The quantiles of measured times: of few of them, p99 is the longest. */
export function quantilesOf(times: readonly number[]): Quantiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => rounded(sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN);
  return { p50: at(0.5), p99: at(0.99) };
}

/** To three significant digits: more would pretend to a precision that no run repeats. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
