import type { Command } from 'commander';
import { verifyLedger } from '../../store/ledger/verify.ts';
import { exitCodes } from '../exit-codes.ts';
import { output, print } from '../print.ts';
import { connected } from '../run-command.ts';

/** `duban verify`: reads the whole ledger again and names the first bad event. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('重新核验全部留痕链：逐条重算校验值，指出第一处不符')
    .option('--json', '输出一行 JSON')
    .action(
      connected(async ({ store }, options: { readonly json?: boolean }) => {
        const verification = await verifyLedger(store);
        if (!verification.ok) process.exitCode = exitCodes.refused;
        output(options, verification, (found) => {
          if (found.ok) {
            print(`留痕链核验通过：${found.chains} 条链，${found.events} 条事件，${found.contents} 份正文`);
            if (found.erasedContents > 0) print(`其中 ${found.erasedContents} 份正文已按规定清除，不影响核验`);
            return;
          }
          print(`留痕链核验不通过：${found.fault.chain} 第 ${found.fault.seq} 条，${found.fault.why}`);
        });
      }),
    );
}
