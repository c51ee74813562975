import { describe, expect, it } from 'vitest';
import { everyPage } from '../../../web/http/every-page.ts';

const letters = 'abcdefghij';

/** A server whose list is `lists[n]` at the n-th question, the last from then on; three rows a page. */
function listing(...lists: readonly string[]) {
  const asked: number[] = [];
  const readPage = async (page: number) => {
    const all = lists[Math.min(asked.length, lists.length - 1)] ?? '';
    asked.push(page);
    return { total: all.length, day: '2022-10-20', rows: [...all].slice((page - 1) * 3, page * 3) };
  };
  return { asked, readPage };
}

describe('a whole list, read page after page', () => {
  it('has the rows of all pages, and what the first page says besides', async () => {
    const { asked, readPage } = listing(letters);
    expect(await everyPage(readPage)).toEqual({ total: 10, day: '2022-10-20', rows: [...letters] });
    expect(asked).toEqual([1, 2, 3, 4]);
  });

  it('is one question where it fits on a page, and where it is empty', async () => {
    for (const all of ['', 'abc']) {
      const { asked, readPage } = listing(all);
      expect((await everyPage(readPage)).rows).toEqual([...all]);
      expect(asked).toEqual([1]);
    }
  });

  it('is read again when a row came or went between two pages', async () => {
    const { asked, readPage } = listing(letters, letters, `x${letters}`);
    expect((await everyPage(readPage)).rows).toEqual([...`x${letters}`]);
    expect(asked).toEqual([1, 2, 3, 1, 2, 3, 4]);
  });

  it('ends also where the list never stands still', async () => {
    const { readPage } = listing('abcd', 'abcde', 'abcd', 'abcde', 'abcd', 'abcde');
    expect((await everyPage(readPage)).rows).toEqual([...'abcde']);
  });

  it('takes nothing for a list that is none', async () => {
    await expect(everyPage(async () => ({ total: 1 }))).rejects.toThrow('does not answer a list');
  });
});
