// Connection failures, a server that shuts down or starts up, and too many connections: all pass without anybody's doing.
const passingStates = /^(08|57P0|53300)/;
const socketErrors: readonly string[] = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'];

/** Whether the error says that the database is away for a while, and nothing about the statement. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return passingStates.test(code) || socketErrors.includes(code) || /timeout|terminated/i.test(error.message);
}
