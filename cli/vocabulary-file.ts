import { readFile } from 'node:fs/promises';
import { parseVocabulary } from '../domain/notice/parse-vocabulary.ts';
import { defaultWords, type Words, wordsWith } from '../domain/notice/words.ts';
import { UsageError } from './exit-codes.ts';
import { parseJson } from './parse-json.ts';

/** The words of the genre, with those of the vocabulary file where one is given; a file with faults is refused with all of them. */
export async function wordsOf(path: string | undefined): Promise<Words> {
  if (path === undefined) return defaultWords;
  const text = await readFile(path, 'utf8').catch((): null => null);
  if (text === null) throw new UsageError(`找不到用词文件“${path}”，请核对文件名和所在目录。`);
  const parsed = parseVocabulary(parseJson(text, `用词文件“${path}”`));
  if (!parsed.ok) throw new UsageError(`用词文件“${path}”有误：\n${parsed.issues.join('\n')}`);
  return wordsWith(parsed.value);
}
