/** `count` whole numbers between `least` and `most`, in order, the same for the same seed. */
export function randomMoments(
  seed: number,
  count: number,
  [least, most]: readonly [number, number],
): readonly number[] {
  const next = seededRandom(seed);
  return Array.from({ length: count }, () => least + Math.floor(next() * (most - least))).toSorted((a, b) => a - b);
}

/** Numbers from 0 to 1 by the mulberry32 generator. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
