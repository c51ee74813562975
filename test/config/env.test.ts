import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv as parseDotenv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { envSchema, parseEnv } from '../../config/env.ts';

const root = resolve(import.meta.dirname, '../..');
const example = parseDotenv(readFileSync(resolve(root, '.env.example'), 'utf8'));
const composeOnly = new Set(
  [...readFileSync(resolve(root, 'docker-compose.yml'), 'utf8').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name),
);

describe('.env.example', () => {
  it('names every setting, and nothing that neither a process nor compose reads', () => {
    const names = Object.keys(example).filter((name) => name in envSchema.shape || !composeOnly.has(name));
    expect(names.toSorted()).toEqual(Object.keys(envSchema.shape).toSorted());
  });

  it('holds values that every process accepts', () => {
    expect(parseEnv(example, ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SMTP_URL', 'SANDBOX_SMTP_URL'])).toMatchObject({
      ok: true,
    });
  });
});

describe('settings', () => {
  it('are all told at once when several are wrong', () => {
    const parsed = parseEnv({ DATABASE_URL: 'http://db', LOG_LEVEL: 'loud', DATABASE_POOL_SIZE: '0' }, ['SMTP_URL']);
    expect(parsed).toEqual({
      ok: false,
      issues: [
        'DATABASE_URL：应为 postgresql://用户:口令@主机:端口/数据库',
        'DATABASE_POOL_SIZE：至少 1',
        'LOG_LEVEL：应为 trace、debug、info、warn、error、silent 之一',
        'SMTP_URL：未设置',
      ],
    });
  });

  it('that are left empty count as not given', () => {
    expect(parseEnv({ SMTP_URL: ' ', DATABASE_POOL_SIZE: '' }, [])).toMatchObject({
      ok: true,
      value: { DATABASE_POOL_SIZE: 10 },
    });
    expect(parseEnv({ SMTP_URL: ' ' }, ['SMTP_URL'])).toEqual({ ok: false, issues: ['SMTP_URL：未设置'] });
  });

  it('read false as false', () => {
    expect(parseEnv({ TEMPORAL_TLS: 'false' }, [])).toMatchObject({ value: { TEMPORAL_TLS: false } });
    expect(parseEnv({ TEMPORAL_TLS: 'no' }, [])).toEqual({ ok: false, issues: ['TEMPORAL_TLS：应为 true 或 false'] });
  });

  it('refuse an API key that would travel in the clear', () => {
    expect(parseEnv({ TEMPORAL_API_KEY: 'key' }, [])).toMatchObject({ ok: false });
    expect(parseEnv({ TEMPORAL_API_KEY: 'key', TEMPORAL_TLS: 'true' }, [])).toMatchObject({ ok: true });
  });

  it('refuse a sender that would break out of its header', () => {
    expect(parseEnv({ MAIL_FROM: '督办 <a@b>\r\nBcc: c@d' }, [])).toMatchObject({ ok: false });
  });
});

describe('PAYLOAD_KEY', () => {
  const [first, second] = [randomBytes(32), randomBytes(32)];

  it('gives its keys in the written order, the encrypting one first', () => {
    const parsed = parseEnv({ PAYLOAD_KEY: `2026:${first.toString('base64')}, 2025:${second.toString('base64')}` }, []);
    expect(parsed).toMatchObject({
      value: {
        PAYLOAD_KEY: [
          { id: '2026', key: new Uint8Array(first) },
          { id: '2025', key: new Uint8Array(second) },
        ],
      },
    });
  });

  it.each([
    { text: first.toString('base64'), why: 'it has no id' },
    { text: `a:${first.subarray(1).toString('base64')}`, why: 'it is 31 bytes long' },
    { text: `a:${first.toString('base64')},a:${second.toString('base64')}`, why: 'two keys share an id' },
    { text: `a:${first.toString('base64')},`, why: 'an entry is empty' },
  ])('is refused where $why', ({ text }) => {
    expect(parseEnv({ PAYLOAD_KEY: text }, [])).toMatchObject({ ok: false });
  });
});
