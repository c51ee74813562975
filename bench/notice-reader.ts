import { readFileSync } from 'node:fs';
import { readNotice } from '../domain/notice/read-notice.ts';

/** How fast notices are read, from the size of one notice to a megabyte; equal speeds mean that time grows linearly. */
export interface NoticeReaderFigures {
  readonly characters: readonly number[];
  readonly megabytesPerSecond: readonly number[];
}

/** Reads the notice of the demonstration, repeated up to 1 MB of UTF-8, and says how many MB a second that is. */
export function noticeReaderFigures(): NoticeReaderFigures {
  const notice = readFileSync(new URL('../seeds/notices/zhenjiang-2022.txt', import.meta.url), 'utf8');
  const texts = [1, 4, 16, 44].map((times) => notice.repeat(times));
  readNotice(notice); // the first reading also compiles the patterns
  return {
    characters: texts.map(({ length }) => length),
    megabytesPerSecond: texts.map((text) => {
      const start = performance.now();
      readNotice(text);
      const seconds = (performance.now() - start) / 1000;
      return Number((Buffer.byteLength(text) / 1e6 / seconds).toFixed(2));
    }),
  };
}
