import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/support/closing-line.ts';

const everyProject = { setupFiles: ['test/support/setup.ts'], globalSetup: ['test/support/services.ts'] };
const serial = { ...everyProject, fileParallelism: false, testTimeout: 600_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        test: {
          ...everyProject,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{replay,e2e,faults}/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      { test: { ...serial, name: 'replay', include: ['test/replay/**/*.test.ts'], sequence: { groupOrder: 1 } } },
      { test: { ...serial, name: 'e2e', include: ['test/e2e/**/*.test.ts'], sequence: { groupOrder: 2 } } },
      { test: { ...serial, name: 'faults', include: ['test/faults/**/*.test.ts'], sequence: { groupOrder: 3 } } },
    ],
  },
});
