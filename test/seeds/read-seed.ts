import { readFileSync } from 'node:fs';

const seeds = new URL('../../seeds/', import.meta.url);

/** The parsed content of a file under `seeds/`; the caller says what it holds and its tests hold it to that. */
export function readSeed<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, seeds), 'utf8'));
}

/** The text of the notice as it is shipped; the figures and quotes of the other seeds refer to it. */
export function noticeText(): string {
  return readFileSync(new URL('notices/zhenjiang-2022.txt', seeds), 'utf8');
}

/** One of the 26 tasks with its units, read from the notice by its clause alone, apart from the project's own reader. */
export interface NoticeTask {
  readonly number: number;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly openEnded: boolean;
  readonly text: string;
}

/** Tasks, leads and supporting units of the shipped notice, by the two forms of clause that this one notice uses. */
export function noticeTasks(): readonly NoticeTask[] {
  const body = noticeText();
  return [...body.matchAll(/^(\d+)\.(.*)\(([^()]*牵头[^()]*)\)\r?$/gm)].map(
    ([, number = '', text = '', clause = '']) => {
      const [leads = '', rest = ''] = clause.split(/牵头[,;；，]?/);
      const support = rest.endsWith('按职责分工负责') ? rest.replace(/按职责分工负责$/, '') : '';
      const names = support.replace(/等$/, '').split('、');
      return {
        number: Number(number),
        lead: leads.split('、'),
        support: support === '' ? [] : names,
        openEnded: support.endsWith('等'),
        text,
      };
    },
  );
}
