import { createInterface } from 'node:readline';
import { type ProcessIdentity, isRunning } from './process-identity.ts';

/**
 * Runs as a process of its own and ends the children that are named to it on stdin once stdin closes: so a start that
 * was killed with -9 leaves nothing behind. A start that ends in order has taken all names back by then.
 */
interface Ward extends ProcessIdentity {
  readonly stopSignal: NodeJS.Signals;
}

const wards: Ward[] = [];
// Longer than a database needs to write out its memory, shorter than a person waits before starting again.
const patienceMs = 20_000;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

for await (const line of createInterface({ input: process.stdin })) {
  const [verb = '', pid = '', startedAt = '', stopSignal = ''] = line.split('\t');
  if (verb === 'guard')
    wards.push({ pid: Number(pid), startedAt, stopSignal: stopSignal === 'SIGINT' ? 'SIGINT' : 'SIGTERM' });
  else wards.splice(0, wards.length, ...wards.filter((ward) => ward.pid !== Number(pid)));
}

for (const ward of wards.toReversed()) {
  if (isRunning(ward)) process.kill(ward.pid, ward.stopSignal);
}
const deadline = Date.now() + patienceMs;
while (wards.some(isRunning) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
for (const ward of wards) {
  if (isRunning(ward)) process.kill(ward.pid, 'SIGKILL');
}
