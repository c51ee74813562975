import type { Command } from 'commander';
import { readNotice } from '../../domain/notice/read-notice.ts';
import { type NoticeFile, noticeText } from '../notice-file.ts';
import { print, printJson, printTable } from '../print.ts';
import { action } from '../run-command.ts';
import { type SheetOptions, sheetCorrections, sheetOptions } from '../sheet-corrections.ts';
import { wordsOf } from '../vocabulary-file.ts';

interface ParseOptions extends SheetOptions {
  readonly text?: true;
  readonly vocabulary?: string;
}

/** `duban parse FILE`: what the reader takes out of a notice. */
export function addParse(program: Command): void {
  const command = program
    .command('parse')
    .description('读取通知原文，列出读出的任务、单位、目标和时限（JSON）')
    .argument('<file>', '通知文件：.docx、.xlsx、.pdf、.html、.txt 或 .md')
    .option('--json', '输出一行 JSON（默认即为 JSON）')
    .option('--text', '只输出从文件中读出的文字，以及表格各列的识别结果')
    .option('--vocabulary <file>', '用词文件（JSON），补充本地的称谓、单位、计量等用词');
  for (const option of sheetOptions()) command.addOption(option);
  command.action(
    action(async (file: string, { text: isTextOnly, vocabulary, ...sheets }: ParseOptions) => {
      const words = await wordsOf(vocabulary);
      const notice = await noticeText(file, sheetCorrections(sheets));
      if (isTextOnly === true) printRead(notice);
      else printJson({ ...readNotice(notice.text, words), ...readFrom(notice) });
    }),
  );
}

/** Spans in a text file count in the file itself; for any other they count in the text that was read out of it. */
function readFrom({ kind, sha256, remarks, sheets, text, origins }: NoticeFile): object {
  return kind === 'text' ? {} : { document: { kind, sha256, remarks, sheets, text, origins } };
}

function printRead({ text, remarks, sheets }: NoticeFile): void {
  print(text);
  for (const { sheet, headRow, columns } of sheets) {
    print(`工作表“${sheet}”：${headRow === null ? '没有认出表头' : `表头在第${headRow}行`}`);
    printTable(
      ['列', '原栏目', '读作', '含义'],
      columns.map(({ column, heading, readAs, meaning }) => [column, heading, readAs, meaning ?? '不读取']),
    );
  }
  for (const remark of remarks) print(`注意：${remark}`);
}
