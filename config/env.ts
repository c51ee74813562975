import { resolve } from 'node:path';
import { z } from 'zod';
import { payloadKeys } from './payload-key.ts';

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: '应为 postgresql://用户:口令@主机:端口/数据库' });
const smtpUrl = z.url({ protocol: /^smtps?$/, error: '应为 smtp://主机:端口 或 smtps://用户:口令@主机:端口' });
const flag = z.enum(['true', 'false'], { error: '应为 true 或 false' }).transform((text) => text === 'true');
const name = z.string().regex(/^[A-Za-z0-9._-]{1,100}$/, '只能用字母、数字、点、横线、下划线');

/** Every setting of every process, by its environment variable. A part of the embedded default is replaced by giving its setting. */
export const envSchema = z.object({
  /** Of the role `duban_app`, which cannot change the ledger. */
  DATABASE_URL: postgresUrl.optional(),
  /** Of the role `duban_owner`; only migrations use it. */
  DATABASE_MIGRATION_URL: postgresUrl.optional(),
  /** Connections that one process keeps open at most; docs/operations.md has the budget. */
  DATABASE_POOL_SIZE: z.coerce.number('应为数字').int('应为整数').min(1, '至少 1').max(100, '至多 100').default(10),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/:]+:\d{1,5}$/, '应为 主机:端口')
    .optional(),
  TEMPORAL_NAMESPACE: name.default('duban'),
  TEMPORAL_TASK_QUEUE: name.default('duban'),
  TEMPORAL_TLS: flag.default(false),
  TEMPORAL_API_KEY: z.string().min(1).optional(),
  /** Encrypts what Temporal stores; without it, payloads are stored as they are. */
  PAYLOAD_KEY: z
    .string()
    .transform((text, context) => {
      const keys = payloadKeys(text);
      if (keys !== null) return keys;
      context.addIssue('应为 编号:Base64，密钥 32 字节（openssl rand -base64 32），多个以逗号分隔且编号不重复');
      return z.NEVER;
    })
    .optional(),
  /** The relay that takes mail to people. */
  SMTP_URL: smtpUrl.optional(),
  /** Where the mail of rehearsals 演练 goes; never a relay. */
  SANDBOX_SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/, '应为 名称 <地址> 或 地址')
    .default('督办 <duban@duban.invalid>'),
  /** Where people open duban; links in mail begin with it. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: '应为 http:// 或 https:// 开头的地址' })
    .default('http://127.0.0.1:8080'),
  /** Where the API listens. Behind a proxy: the address that the proxy reaches, and TRUST_PROXY. */
  API_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,100}$/, '应为主机名或 IP 地址')
    .default('127.0.0.1'),
  API_PORT: z.coerce.number('应为数字').int('应为整数').min(0, '至少 0').max(65_535, '至多 65535').default(8080),
  /** The client's address is the last one in X-Forwarded-For: only where every request comes through a proxy of ours. */
  TRUST_PROXY: flag.default(false),
  /** Signs the cookies of sessions; the same on every API process. */
  SESSION_SECRET: z.string().min(32, '至少 32 个字符（openssl rand -base64 32）').optional(),
  /** Rules of passwords: 等级保护, or length and no common password. */
  PASSWORD_PROFILE: z
    .enum(['modern', 'classified-protection'], { error: '应为 modern 或 classified-protection' })
    .default('modern'),
  /** One-click sign-in of demonstration people; only `npm start` sets it, and it holds on loopback alone. */
  DEMONSTRATION: flag.default(false),
  /** Where a worker tells its metrics and its health; port 0: any free one, which its log names. */
  WORKER_METRICS_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]{1,100}$/, '应为主机名或 IP 地址')
    .default('127.0.0.1'),
  WORKER_METRICS_PORT: z.coerce
    .number('应为数字')
    .int('应为整数')
    .min(0, '至少 0')
    .max(65_535, '至多 65535')
    .default(0),
  /** The bearer token with which other machines read the API's metrics; without it only this one may. */
  METRICS_TOKEN: z.string().min(16, '至少 16 个字符').optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: '应为 trace、debug、info、warn、error、silent 之一',
    })
    .default('info'),
  /** The state directory of the embedded default; a relative one lies in the project, wherever the process was started. */
  DUBAN_HOME: z
    .string()
    .default('.duban')
    .transform((path) => resolve(import.meta.dirname, '..', path)),
});

export type Env = z.infer<typeof envSchema>;
type Needed<K extends keyof Env> = Env & { readonly [name in K]-?: NonNullable<Env[name]> };

/** The settings, or every problem found, one line each; `needs` names settings without which this process cannot work. */
export function parseEnv<K extends keyof Env>(
  source: Readonly<Record<string, string | undefined>>,
  needs: readonly K[],
): { readonly ok: true; readonly value: Needed<K> } | { readonly ok: false; readonly issues: readonly string[] } {
  // Compose hands on a setting that was left empty as an empty text: that is a setting not given.
  const given = Object.fromEntries(
    Object.entries(source).filter(([, text]) => text !== undefined && text.trim() !== ''),
  );
  const { data, error } = envSchema.safeParse(given);
  const missing = needs.filter((key) => given[key] === undefined && (data === undefined || data[key] === undefined));
  const wrong = (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}：${message}`);
  const issues = [
    ...wrong,
    ...conflictsOf(given),
    ...missing.filter((key) => !wrong.some((line) => line.startsWith(`${key}：`))).map((key) => `${key}：未设置`),
  ];
  return data === undefined || issues.length > 0 ? { ok: false, issues } : { ok: true, value: data as Needed<K> };
}

function conflictsOf(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const isExposed = given['TEMPORAL_API_KEY'] !== undefined && given['TEMPORAL_TLS'] !== 'true';
  return isExposed ? ['TEMPORAL_TLS：使用 TEMPORAL_API_KEY 时须为 true，否则密钥会明文传送'] : [];
}

/** This process's settings; prints all problems together and ends the process with code 1 where there are any. */
export function readEnv<K extends keyof Env = never>(...needs: readonly K[]): Needed<K> {
  const parsed = parseEnv(process.env, needs);
  if (parsed.ok) return parsed.value;
  process.stderr.write(
    `环境变量有误，请对照 .env.example 修改：\n${parsed.issues.map((line) => `  ${line}\n`).join('')}`,
  );
  process.exit(1);
}
