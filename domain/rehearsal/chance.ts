import { sha256Of } from '../canonical.ts';

/** A number in [0, 1) that depends on the seed and the path alone, so that no order of asking changes it. */
export function chance(seed: number, path: string): number {
  return Number.parseInt(sha256Of(`${seed}/${path}`).slice(0, 12), 16) / 0x1000000000000;
}

/** One of `count` whole numbers from 0, by the same rule. */
export function pick(seed: number, path: string, count: number): number {
  return Math.floor(chance(seed, path) * count);
}
