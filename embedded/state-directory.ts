import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from './free-port.ts';
import { takeLock } from './state-lock.ts';

const secretsShape = z.object({ superuser: z.string(), owner: z.string(), app: z.string() });
const portsShape = z.object({ postgres: z.number(), temporal: z.number(), smtp: z.number() });

/** Passwords of the embedded database's roles, made at the first start. */
export type Secrets = Readonly<z.infer<typeof secretsShape>>;
export type Ports = Readonly<z.infer<typeof portsShape>>;

/** The one directory under which the embedded default keeps all its state, held by this process until `release`. */
export interface StateDirectory {
  readonly home: string;
  readonly mailboxDir: string;
  readonly temporalFile: string;
  readonly secrets: Secrets;
  /** Those of the last start where they are still free. */
  readonly ports: Ports;
  readonly logFile: (part: string) => string;
  readonly release: () => void;
}

/** Opens `home`, makes what is missing in it, and refuses when another process is using it. */
export async function openStateDirectory(home: string): Promise<StateDirectory> {
  mkdirSync(home, { recursive: true });
  // PostgreSQL may run as another user and must pass through; everything inside is closed to others by itself.
  chmodSync(home, 0o711);
  for (const folder of ['logs', 'mail', 'temporal']) {
    mkdirSync(join(home, folder), { recursive: true, mode: 0o700 });
  }
  const release = await takeLock(home);
  try {
    return {
      home,
      mailboxDir: join(home, 'mail'),
      temporalFile: join(home, 'temporal', 'temporal.db'),
      secrets: keptSecrets(join(home, 'secrets.json')),
      ports: await keptPorts(join(home, 'ports.json')),
      logFile: (part) => join(home, 'logs', `${part}.log`),
      release,
    };
  } catch (error) {
    release();
    throw error;
  }
}

function keptSecrets(file: string): Secrets {
  const known = readShape(file, secretsShape);
  if (known !== null) return known;
  const password = () => randomBytes(24).toString('base64url');
  const secrets = { superuser: password(), owner: password(), app: password() };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

async function keptPorts(file: string): Promise<Ports> {
  const known = readShape(file, portsShape);
  const postgres = await freePort(known?.postgres);
  const temporal = await freePort(known?.temporal, [postgres]);
  const ports = { postgres, temporal, smtp: await freePort(known?.smtp, [postgres, temporal]) };
  writeFileSync(file, `${JSON.stringify(ports, null, 2)}\n`, { mode: 0o600 });
  return ports;
}

/** The file's content where it is there and has the shape; a damaged one is named, since guessing would lose the database. */
export function readShape<T>(file: string, shape: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null;
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`状态文件 ${file} 已损坏：请从备份恢复，或执行 npm run reset 清空后重新开始。`, { cause });
  }
}
