// SPDX-License-Identifier: Apache-2.0
// @vitest-environment node
import { expect, it } from 'vitest';
import { read } from './sources';

interface Lock {
  packages: Record<string, { resolved?: string; link?: boolean; integrity?: string }>;
}

it('the lock names no registry, so it works with any, and says what every package must be', () => {
  const lock = JSON.parse(read('package-lock.json')) as Lock;
  for (const [name, entry] of Object.entries(lock.packages)) {
    expect(entry.resolved ?? '', name).not.toMatch(/:\/\//);
    if (name.includes('node_modules/') && !entry.link) {
      expect(entry.integrity, name).toBeDefined();
    }
  }
});

it('every version is exact', () => {
  for (const path of ['package.json', 'kit/package.json', 'panel/package.json', 'webmail/package.json']) {
    const file = JSON.parse(read(path)) as Record<string, Record<string, string> | undefined>;
    for (const version of Object.values({ ...file.dependencies, ...file.devDependencies })) {
      expect(version, path).toMatch(/^\d+\.\d+\.\d+$/);
    }
  }
});
