import { RuleViolation } from '../domain/errors.ts';
import { type Connection, connect } from './connection.ts';
import { PartMissing, UsageError, exitCodes } from './exit-codes.ts';
import { failureText } from './failure-text.ts';

/** An action of commander: runs, and turns every failure into its exit code and one clear Chinese text on standard error. */
export function action<A extends readonly unknown[]>(
  run: (...args: A) => Promise<void>,
): (...args: A) => Promise<void> {
  return async (...args) => {
    try {
      await run(...args);
    } catch (error) {
      process.exitCode = report(error);
    }
  };
}

/** An action that works on a reached duban. */
export function connected<A extends readonly unknown[]>(
  run: (connection: Connection, ...args: A) => Promise<void>,
): (...args: A) => Promise<void> {
  return action(async (...args: A) => {
    const connection = await connect();
    try {
      await run(connection, ...args);
    } finally {
      await connection.close();
    }
  });
}

/** The exit code of a failure, after its text was written. */
export function report(error: unknown): number {
  const { code, text } = told(error);
  process.stderr.write(`${text}\n`);
  return code;
}

function told(error: unknown): { readonly code: number; readonly text: string } {
  if (error instanceof RuleViolation)
    return { code: exitCodes.refused, text: `不能办理（${error.code}）：${error.message}` };
  if (error instanceof UsageError) return { code: exitCodes.usage, text: error.message };
  if (error instanceof PartMissing) return { code: exitCodes.partMissing, text: error.message };
  return { code: exitCodes.partMissing, text: `命令未能完成：${failureText(error)}` };
}
