import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNotice } from '../../../domain/notice/read-notice.ts';
import { answersOf } from './notice-answers.ts';

const folder = new URL('notices/', import.meta.url);
const styles = readdirSync(folder).flatMap((name) => (name.endsWith('.txt') ? [name.slice(0, -4)] : []));

// Each text shows one style of the genre; the answers beside it were checked by hand against the text.
describe('a notice written for the project', () => {
  it.each(styles)('in the style %s gives what a careful reader takes out of it', (style) => {
    const text = readFileSync(new URL(`${style}.txt`, folder), 'utf8');
    const answers: unknown = JSON.parse(readFileSync(new URL(`${style}.json`, folder), 'utf8'));
    expect(answersOf(readNotice(text))).toEqual(answers);
  });

  it('stands for at least twenty styles', () => {
    expect(styles.length).toBeGreaterThanOrEqual(20);
  });
});
