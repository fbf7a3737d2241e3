// SPDX-License-Identifier: Apache-2.0
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `FUMIBAKO_HTTP` names a running server for `vite dev`; the build needs none. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari17'],
    modulePreload: { polyfill: false },
    // An inlined file would be a data: address, which the Content-Security-Policy need not allow.
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': process.env.FUMIBAKO_HTTP ?? 'http://127.0.0.1:8080' } },
});
