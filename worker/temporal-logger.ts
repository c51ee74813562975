import type { LogLevel, Logger } from '@temporalio/common';
import type { Logger as Pino } from 'pino';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** Lets the SDK write into the process's own log. */
export function temporalLogger(pino: Pino): Logger {
  const log = (level: LogLevel, message: string, meta: Record<string | symbol, unknown> = {}): void => {
    const { error, ...rest } = meta;
    pino[levels[level]](error === undefined ? rest : { ...rest, err: error }, message);
  };
  return {
    log,
    trace: (message, meta) => log('TRACE', message, meta),
    debug: (message, meta) => log('DEBUG', message, meta),
    info: (message, meta) => log('INFO', message, meta),
    warn: (message, meta) => log('WARN', message, meta),
    error: (message, meta) => log('ERROR', message, meta),
  };
}
