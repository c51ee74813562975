import type { LeftOut } from './paragraph-text.ts';

/** Says what a Word document holds beyond the text that was read. */
export function leftOutRemarks({ pictures, notes, revisions, hidden, contents }: LeftOut): string[] {
  return [
    ...(revisions > 0 ? ['文件中有未接受的修订，已按接受全部修订读取，请核对。'] : []),
    ...(hidden > 0 ? [`有${hidden}处隐藏文字未读入。`] : []),
    ...(pictures > 0 ? [`有${pictures}幅图片，图片中的文字未读入。`] : []),
    ...(notes > 0 ? [`有${notes}处脚注或尾注未读入。`] : []),
    ...(contents > 0 ? ['目录未读入。'] : []),
  ];
}
