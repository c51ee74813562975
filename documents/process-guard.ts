import { Worker } from 'node:worker_threads';
import type { DocumentLimits } from './document-limits.ts';

/**
 * Ends this process when it takes too much memory, buffers outside of V8's heap included, or outlives its parent. It
 * stands in a thread of its own, because a parser that runs away never comes back to this one.
 */
export function guardProcess({ mostMemoryMiB, mostMilliseconds }: DocumentLimits): void {
  // The parent keeps the time; this is for the case that there is no parent any more.
  const latest = mostMilliseconds + 5_000;
  const watch = `
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), ${latest});
    setInterval(() => {
      if (process.memoryUsage.rss() > ${mostMemoryMiB * 1_048_576}) process.kill(process.pid, 'SIGKILL');
    }, 50);
  `;
  new Worker(watch, { eval: true }).unref();
}
