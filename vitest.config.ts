import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/support/closing-line.ts';

const everyProject = { setupFiles: ['test/support/setup.ts'], globalSetup: ['test/support/services.ts'] };
// Whole processes start and stop here, or share one server: a file at a time, and with the patience that they need.
const serial = { ...everyProject, fileParallelism: false, testTimeout: 600_000, hookTimeout: 300_000 };
const wholeProcesses = [
  'embedded',
  'workflows',
  'worker',
  'cli',
  'papers/look',
  'machine',
  'e2e',
  'faults',
  'web/desks',
  'web/served',
];

// Rules, documents and papers keep nothing outside themselves: their files can share what they load.
const rules = ['config', 'documents', 'domain', 'papers', 'scripts', 'seeds', 'web/blocks', 'web/http'];

const within = (folders: readonly string[]) => folders.map((folder) => `test/${folder}/**/*.test.ts`);

const project = (name: string, folders: readonly string[], groupOrder: number) => ({
  test: { ...serial, name, include: within(folders), sequence: { groupOrder } },
});

export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        test: {
          ...everyProject,
          name: 'unit',
          isolate: false,
          include: ['test/*.test.ts', ...within(rules)],
          exclude: within(wholeProcesses),
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...everyProject,
          name: 'integration',
          include: ['test/**/*.test.ts'],
          exclude: ['test/*.test.ts', ...within([...rules, ...wholeProcesses, 'replay'])],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      project('replay', ['replay'], 1),
      project('services', ['machine', 'embedded', 'workflows', 'worker', 'cli', 'papers/look'], 2),
      project('e2e', ['e2e'], 3),
      project('web', ['web/served', 'web/desks'], 4),
      project('faults', ['faults'], 5),
    ],
  },
});
