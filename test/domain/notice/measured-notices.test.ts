import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../domain/notice/read-notice.ts';
import { answersOf } from './notice-answers.ts';

const root = resolve(import.meta.dirname, '../../..');
const measured = resolve(root, '../shared/notices');
const synthetic = join(import.meta.dirname, 'notices');

interface Score {
  readonly macro: Readonly<Record<string, number>>;
}

function score(): Score {
  const script = join(root, 'scripts/eval-notices.mjs');
  const printed: Score = JSON.parse(
    execFileSync(process.execPath, [script, measured, '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  );
  return printed;
}

// Real notices with answers made by hand are kept beside the project, not in it.
describe('the notices that the reader is measured on', () => {
  if (existsSync(measured)) {
    it('in ../shared/notices are read without a miss and without an extra in any figure of their scorer', () => {
      const { macro } = score();
      expect(Object.keys(macro).length).toBeGreaterThanOrEqual(10);
      expect(Object.entries(macro).filter(([, figure]) => figure < 1)).toEqual([]);
    });
  } else {
    it('are not there (../shared/notices is missing): those written for the project stand in, and are read without a miss', () => {
      const styles = readdirSync(synthetic).filter((name) => name.endsWith('.txt'));
      expect(styles.length).toBeGreaterThanOrEqual(20);
      for (const style of styles) {
        const answers: unknown = JSON.parse(readFileSync(join(synthetic, style.replace('.txt', '.json')), 'utf8'));
        expect(answersOf(readNotice(readFileSync(join(synthetic, style), 'utf8'))), style).toEqual(answers);
      }
    });
  }
});
