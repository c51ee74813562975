import type { Command } from 'commander';
import { rebuild } from '../../store/ledger/rebuild.ts';
import { UsageError, exitCodes } from '../exit-codes.ts';
import { output, print } from '../print.ts';
import { connected } from '../run-command.ts';

/** `duban rebuild`: folds the ledger anew and compares every projection, or puts the new ones in place. */
export function addRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('由留痕链重新生成全部投影表，与现有数据逐行比对')
    .option('--check', '只比对，不改动')
    .option('--replace', '以重新生成的数据替换现有数据（期间暂停写入）')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async ({ store, migrationUrl }, options: Options) => {
        if (options.check === options.replace)
          throw new UsageError('请指明 --check（只比对）或 --replace（替换）其中之一。');
        if (migrationUrl === null) throw new UsageError('重建需要数据库属主的连接，请设置 DATABASE_MIGRATION_URL。');
        const rebuilt = await rebuild({
          ownerUrl: migrationUrl,
          books: store.books,
          replace: options.replace === true,
        });
        if (rebuilt.differences.length > 0 && options.check === true) process.exitCode = exitCodes.refused;
        output(options, rebuilt, ({ chains, events, tables, differences }) => {
          print(`由 ${chains} 条链、${events} 条事件重新生成 ${tables} 张表，不一致 ${differences.length} 行`);
          for (const difference of differences.slice(0, 20)) print(`  ${JSON.stringify(difference)}`);
        });
      }),
    );
}

interface Options {
  readonly check?: boolean;
  readonly replace?: boolean;
  readonly json?: boolean;
}
