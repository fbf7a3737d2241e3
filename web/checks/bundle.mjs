// SPDX-License-Identifier: Apache-2.0
// After the build: what a browser fetches before it shows a page, at most 200 kB of JavaScript, gzipped.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT = 200_000;
// A surface with a page of its own is a folder in dist/.
const surface = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '';
const dist = join(import.meta.dirname, '../dist', surface);
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));

/** A chunk and all that it imports at once. */
function withImports(key, seen = new Set()) {
  if (!seen.has(key)) {
    seen.add(key);
    for (const next of manifest[key].imports ?? []) {
      withImports(next, seen);
    }
  }
  return seen;
}

const sizes = new Map();
function size(key) {
  const file = manifest[key].file;
  if (!sizes.has(file)) {
    sizes.set(file, file.endsWith('.js') ? gzipSync(readFileSync(join(dist, file)), { level: 9 }).length : 0);
  }
  return sizes.get(file);
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const app = Object.keys(manifest).find((key) => key.endsWith('app/App.tsx'));
// Drawers, menus and the like come after the page that they belong to is there.
const pages = Object.keys(manifest).filter(
  (key) => /features\/.*(Page|Home)\.tsx$/.test(key) && manifest[key].isDynamicEntry,
);
const signIn = Object.keys(manifest).find((key) => key.endsWith('SignInPage.tsx'));

const loads = [[signIn], ...pages.map((page) => [app, page])];
let worst = 0;
for (const load of loads) {
  const keys = new Set();
  for (const key of [entry, ...load]) {
    withImports(key, keys);
  }
  const total = [...keys].reduce((sum, key) => sum + size(key), 0);
  worst = Math.max(worst, total);
  if (process.argv.includes('--all') || total > LIMIT) {
    console.log(`${(total / 1000).toFixed(1)} kB ${load.at(-1)}`);
  }
}
rmSync(join(dist, 'manifest.json'));
console.log(
  `web: the heaviest first page loads ${(worst / 1000).toFixed(1)} kB of JavaScript (limit ${LIMIT / 1000}).`,
);
process.exit(worst > LIMIT ? 1 : 0);
