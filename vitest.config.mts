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
          include: ['test/{domain,protocol,services,azure,sample,arm-server,cli,contract,host}/**/*.test.ts'],
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
    ],
  },
});
