import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

function run(tool: string, args: readonly string[], cwd: string): { readonly status: number; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', tool), args, { cwd, encoding: 'utf8' });
  return { status: status ?? -1, output: `${stdout}\n${stderr}` };
}

const cruise = (cwd: string) => run('depcruise', ['--config', join(root, '.dependency-cruiser.cjs'), '.'], cwd);

describe('the import table', () => {
  it('holds for the whole project', { timeout: 60_000 }, () => {
    const { status, output } = cruise(root);
    expect(status, output).toBe(0);
  });
});

describe('a tree with planted faults', () => {
  const tree = mkdtempSync(join(tmpdir(), 'duban-architecture-'));
  const plant = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  };

  beforeAll(() => {
    cpSync(join(root, 'tsconfig.json'), join(tree, 'tsconfig.json'));
    cpSync(join(root, '.oxlintrc.json'), join(tree, '.oxlintrc.json'));
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    plant(
      'store/read-plan.ts',
      'export type Plan = { readonly id: string };\nexport const readPlan = (): Plan => ({ id: "1" });\n',
    );
    plant(
      'domain/reads-the-store.ts',
      `import { readPlan } from '../store/read-plan.ts';\nexport const plan = readPlan();\n`,
    );
    plant(
      'domain/types-from-store.ts',
      `import type { Plan } from '../store/read-plan.ts';\nexport type Copy = Plan;\n`,
    );
    plant(
      'domain/reads-a-file.ts',
      `import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x', 'utf8');\n`,
    );
    plant('activities/append.ts', 'export const append = async (): Promise<void> => {};\n');
    plant(
      'workflows/calls-directly.ts',
      `import { append } from '../activities/append.ts';\nexport const run = () => append();\n`,
    );
    plant(
      'workflows/proxies.ts',
      `import type { append } from '../activities/append.ts';\nimport { proxyActivities } from '@temporalio/workflow';\n` +
        `export const acts = proxyActivities<{ append: typeof append }>({ startToCloseTimeout: 1000 });\n`,
    );
    plant('api/speaks-sql.ts', `import pg from 'pg';\nexport const pool = new pg.Pool();\n`);
    plant('store/left.ts', `import { right } from './right.ts';\nexport const left = () => right;\n`);
    plant('store/right.ts', `import { left } from './left.ts';\nexport const right = () => left;\n`);
    plant(
      'worker/drops-a-promise.ts',
      `import { append } from '../activities/append.ts';\nexport function start(): void {\n  append();\n}\n`,
    );
    plant(
      'workflows/async-validator.ts',
      `import { defineUpdate, setHandler } from '@temporalio/workflow';\nconst act = defineUpdate<void, [string]>('act');\n` +
        `export function main(): void {\n  setHandler(act, async () => {}, { validator: async (id) => { if (id === '') throw new Error(id); } });\n}\n`,
    );
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it('is refused for every forbidden edge and for the cycle', { timeout: 60_000 }, () => {
    const { status, output } = cruise(tree);
    expect(status).not.toBe(0);
    for (const fault of [
      'domain-imports-only-what-the-table-allows: domain/reads-the-store.ts → store/read-plan.ts',
      'domain-imports-only-what-the-table-allows: domain/types-from-store.ts → store/read-plan.ts',
      'domain-imports-only-what-the-table-allows: domain/reads-a-file.ts → fs',
      'workflows-imports-activities-as-types-only: workflows/calls-directly.ts → activities/append.ts',
      'only-store-speaks-sql: api/speaks-sql.ts',
      'no-cycle: store/left.ts',
    ]) {
      expect(output).toContain(fault);
    }
    expect(output, 'a type-only import of activities is allowed').not.toContain('proxies.ts');
  });

  it.each([
    { file: 'worker/drops-a-promise.ts', rule: 'no-floating-promises' },
    { file: 'workflows/async-validator.ts', rule: 'no-misused-promises' },
    { file: 'domain/reads-the-store.ts', rule: 'no-restricted-imports' },
  ])('is refused by lint for $rule in $file', { timeout: 60_000 }, ({ file, rule }) => {
    const { status, output } = run('oxlint', ['--type-aware', file], tree);
    expect(status, output).not.toBe(0);
    expect(output).toContain(rule);
  });
});
