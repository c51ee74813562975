import type { Command } from 'commander';
import { readNotice } from '../../domain/notice/read-notice.ts';
import { noticeText } from '../notice-file.ts';
import { printJson } from '../print.ts';
import { action } from '../run-command.ts';

/** `duban parse FILE`: what the reader takes out of a notice. */
export function addParse(program: Command): void {
  program
    .command('parse')
    .description('读取通知原文，列出读出的任务、单位、目标和时限（JSON）')
    .argument('<file>', '通知文本文件（UTF-8）')
    .option('--json', '输出一行 JSON（默认即为 JSON）')
    .action(
      action(async (file: string) => {
        const { text } = await noticeText(file);
        printJson(readNotice(text));
      }),
    );
}
