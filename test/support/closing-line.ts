import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Ends the run with one plain line that any machine can read: `N passed, N failed`, with the skipped ones where there are any. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const cases = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: ReturnType<TestCase['result']>['state']) =>
      cases.filter((test) => test.result().state === state).length;
    // A file that cannot be loaded, and an error outside every test, are failures too.
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandledErrors.length;
    const skipped = count('skipped') + count('pending');
    const line = `${count('passed')} passed, ${count('failed') + broken} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    // The other reporters write their summary in the same moment; the line comes after it.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}
