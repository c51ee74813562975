import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/replay/recording/*.record.ts'],
    globalSetup: ['test/support/services.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
});
