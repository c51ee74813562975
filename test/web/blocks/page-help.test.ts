import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { helpOf } from '../../../web/blocks/help/page-helps.ts';

const lists = globSync('web/desks/*/routes.ts').map((file) => readFileSync(file, 'utf8'));
const paths = lists.flatMap((text) => [...text.matchAll(/^ {4}path: '([^']+)',$/gm)].map(([, path]) => path ?? ''));

describe('help in place', () => {
  it('has the pages of all desks before it', () => {
    expect(paths.length).toBeGreaterThan(35);
  });

  it.each(paths)('says on %s what is done there, by when and what follows', (path) => {
    const { asked, due, next } = helpOf(path) ?? { asked: '', due: '', next: '' };
    expect([asked, due, next].filter((text) => !text.endsWith('。'))).toEqual([]);
  });
});
