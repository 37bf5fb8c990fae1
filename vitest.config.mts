import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests with processes, sockets and files of their own: slower, and not to be hurried by what runs beside them. */
const system = [
  'test/{platform,response,arm-server,host,faults,remediation}/**/*.test.ts',
  'test/azure/overSocket.test.ts',
  'test/azure/identity/{azureCli,servicePrincipal}.test.ts',
  'test/cli/{main,alertsList*,runbook}.test.ts',
  'test/contract/importMatrix.test.ts',
];

/**
 * Pure rooms share one module graph (`isolate: false`): they keep no state between files, and isolation made the suite
 * ten times slower. The panels' tests start a browser, and those of e2e a whole VS Code.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{domain,protocol,services,azure,sample,cli,contract,bench,worker}/**/*.test.ts'],
          exclude: system,
          pool: 'threads',
          isolate: false,
          // Property tests take seconds where two cores are shared by many.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'system',
          include: system,
          // Much of it waits: for processes, for deadlines. On two cores the default is one file at a time.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'webview',
          include: ['test/webview-ui/**/*.test.ts'],
          pool: 'threads',
          // Elements take note of a change a moment after it; on a busy machine a test may look too early once.
          retry: 1,
        },
      },
      { test: { name: 'package', include: ['test/package/**/*.test.ts'] } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          // One VS Code at a time: two cores, and each test looks at the screen.
          fileParallelism: false,
          // A machine that is busy elsewhere can make one wait too short; a defect fails twice.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
