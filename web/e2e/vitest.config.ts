// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config';

/** Browser tests against a real server: `./fumibako test web`. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: 'e2e/server.ts',
    environment: 'node',
    // One browser at a time; all tests share the server's data.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', 'junit'],
    outputFile: { junit: 'target/surefire-reports/TEST-web-browser.xml' },
  },
});
