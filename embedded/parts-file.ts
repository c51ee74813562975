import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ProcessIdentity } from './process-identity.ts';

const partsShape = z.object({
  databaseUrl: z.string(),
  migrationUrl: z.string(),
  temporalAddress: z.string(),
  namespace: z.string(),
  smtpUrl: z.string(),
  sandboxSmtpUrl: z.string(),
  mailboxDir: z.string().nullable(),
  processes: z.array(z.object({ pid: z.number(), startedAt: z.string() })),
});

/** Where the parts answer: what every process of duban needs to know of them. */
export type PartAddresses = Readonly<Omit<z.infer<typeof partsShape>, 'processes'>>;

const fileOf = (home: string) => join(home, 'parts.json');

/** Tells other processes of this machine's user where the parts are, and a later start which processes were ours. */
export function writePartsFile(home: string, addresses: PartAddresses, processes: readonly ProcessIdentity[]): void {
  const left = processes.map(({ pid, startedAt }) => ({ pid, startedAt }));
  const draft = `${fileOf(home)}.draft`;
  writeFileSync(draft, `${JSON.stringify({ ...addresses, processes: left }, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, fileOf(home));
}

/** Takes the file away again when the parts have ended. */
export function dropPartsFile(home: string): void {
  rmSync(fileOf(home), { force: true });
}

/** What the file says, or null where there is none or it was cut short; says nothing about whether it still holds. */
export function readPartsFile(home: string): PartAddresses | null {
  return read(home);
}

/** The processes that the last start of `home` had running when it wrote the file. */
export function readLeftProcesses(home: string): readonly ProcessIdentity[] {
  return read(home)?.processes ?? [];
}

function read(home: string): z.infer<typeof partsShape> | null {
  if (!existsSync(fileOf(home))) return null;
  try {
    return partsShape.safeParse(JSON.parse(readFileSync(fileOf(home), 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}
