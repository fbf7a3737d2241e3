// SPDX-License-Identifier: Apache-2.0
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.FUMIBAKO_HTTP ?? 'http://127.0.0.1:8080';

/** `FUMIBAKO_HTTP` names a running server for `vite dev`; the build needs none, and comes after the panel's, which empties dist/. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/webmail/',
  plugins: [react()],
  build: {
    outDir: '../dist/webmail',
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari17'],
    modulePreload: { polyfill: false },
    // An inlined file would be a data: address, which the Content-Security-Policy need not allow.
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': server, '/jmap': server, '/scheme.js': server, '/favicon.svg': server } },
});
