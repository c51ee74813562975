import { describe, expect, it } from 'vitest';
import { helpOf } from '../../../web/blocks/help/page-helps.ts';
import { pages } from '../../../web/start/pages.ts';

describe('help in place', () => {
  it.each(pages.map(({ path }) => path))('says on %s what is done there, by when and what follows', (path) => {
    const { asked, due, next } = helpOf(path) ?? { asked: '', due: '', next: '' };
    expect([asked, due, next].filter((text) => !text.endsWith('。'))).toEqual([]);
  });
});
