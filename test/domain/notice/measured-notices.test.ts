import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../domain/notice/read-notice.ts';
import { answersOf } from './notice-answers.ts';

const root = resolve(import.meta.dirname, '../../..');
const measured = resolve(root, '../shared/notices');
const synthetic = join(import.meta.dirname, 'notices');

interface Score {
  readonly macro: Readonly<Record<string, number>>;
}

/** The figures of the scorer that are below 1, and how many figures it gives. */
function measuredMisses(): Outcome {
  const script = join(root, 'scripts/eval-notices.mjs');
  const { macro }: Score = JSON.parse(
    execFileSync(process.execPath, [script, measured, '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  );
  const figures = Object.entries(macro);
  return { looked: figures.length, missed: figures.filter(([, figure]) => figure < 1).map(([name]) => name) };
}

function syntheticMisses(): Outcome {
  const styles = readdirSync(synthetic).flatMap((name) => (name.endsWith('.txt') ? [name.slice(0, -4)] : []));
  const missed = styles.filter((style) => {
    const answers: unknown = JSON.parse(readFileSync(join(synthetic, `${style}.json`), 'utf8'));
    return !isDeepStrictEqual(answersOf(readNotice(readFileSync(join(synthetic, `${style}.txt`), 'utf8'))), answers);
  });
  return { looked: styles.length, missed };
}

interface Outcome {
  readonly looked: number;
  readonly missed: readonly string[];
}

// Real notices with answers made by hand are kept beside the project, not in it.
const subject = existsSync(measured)
  ? { title: 'the real ones in ../shared/notices', misses: measuredMisses }
  : { title: 'the synthetic ones, since ../shared/notices is not there', misses: syntheticMisses };

describe('the notices that the reader is measured on', () => {
  it(`are read without a miss and without an extra: ${subject.title}`, () => {
    const { looked, missed } = subject.misses();
    expect(looked).toBeGreaterThanOrEqual(10);
    expect(missed).toEqual([]);
  });
});
