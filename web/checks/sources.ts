// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The folder `web`. */
export const ROOT = join(import.meta.dirname, '..');

const PACKAGES = ['kit', 'panel', 'webmail'];

/** All source files of the packages whose name passes, as paths below `web`. */
export function sources(passes: (path: string) => boolean): string[] {
  return PACKAGES.flatMap((name) => {
    try {
      return readdirSync(join(ROOT, name, 'src'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
        .filter(passes);
    } catch {
      // A package that is not there yet.
      return [];
    }
  });
}

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
