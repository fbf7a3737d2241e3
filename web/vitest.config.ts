// SPDX-License-Identifier: Apache-2.0
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Unit tests and the checks of the sources. The report has the form and the place of Surefire's, so that it is counted. */
export default defineConfig({
  plugins: [react()],
  test: {
    include: [
      'kit/src/**/*.test.{ts,tsx}',
      'panel/src/**/*.test.{ts,tsx}',
      'webmail/src/**/*.test.{ts,tsx}',
      'checks/*.test.ts',
    ],
    environment: 'jsdom',
    setupFiles: ['test/setup.ts'],
    reporters: ['dot', 'junit'],
    outputFile: { junit: 'target/surefire-reports/TEST-web-unit.xml' },
    maxWorkers: 2,
  },
});
