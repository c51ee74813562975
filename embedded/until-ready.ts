import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, lastLinesOf } from './process-group.ts';

// Recovery of a database that was killed in the middle of much work may take most of this.
const patienceMs = 60_000;

/** Waits until `answers` says yes; throws with the log's last lines when the child ends before or takes over a minute. */
export async function untilReady(child: Child, logFile: string, answers: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await answers())) {
    if (!child.isAlive())
      throw new Error(`${child.name} 未能启动，日志 ${logFile} 的最后几行：\n${lastLinesOf(logFile)}`);
    if (Date.now() > deadline) throw new Error(`${child.name} 在一分钟内没有就绪，请查看日志 ${logFile}。`);
    await sleep(20);
  }
}
