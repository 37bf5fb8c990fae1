import { defineConfig } from 'vitest/config';

/**
 * Pure rooms share one module graph (`isolate: false`): they keep no state between files, and isolation made the
 * suite ten times slower. The webview project needs a DOM, so it is separate and isolated.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{domain,protocol,services,platform,azure,sample,arm-server,contract,host}/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        test: {
          name: 'webview',
          include: ['test/webview-ui/**/*.test.ts'],
          environment: 'happy-dom',
          pool: 'threads',
        },
      },
      { test: { name: 'package', include: ['test/package/**/*.test.ts'] } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // One VS Code at a time: two cores, and each test looks at the screen.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
