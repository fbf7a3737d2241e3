// SPDX-License-Identifier: Apache-2.0
// @vitest-environment node
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { read, sources } from './sources';

const KIT = /^(@fumibako\/kit(\/(api|chart|code|date|doctor|editor|trace))?|react)$/;

function imports(path: string): string[] {
  return ts.preProcessFile(read(path), true, true).importedFiles.map((file) => file.fileName);
}

const features = sources((path) => /^[a-z]+\/src\/features\/.*\.tsx?$/.test(path) && !path.includes('.test.'));

describe('features', () => {
  it.each(features)('%s imports the kit, React and its own surface only', (path) => {
    expect(imports(path).filter((name) => !name.startsWith('.') && !KIT.test(name))).toEqual([]);
  });

  it.each(features.filter((path) => !path.includes('/api/')))('%s calls the server through one file a call', (path) => {
    expect(read(path)).not.toMatch(/\bapi\.(GET|POST|PUT|PATCH|DELETE)\(|\bfetch\(|\bnew Batch\(/);
  });
});

it('the kit knows no surface', () => {
  for (const path of sources((each) => /^kit\/.*\.tsx?$/.test(each))) {
    expect(
      imports(path).filter((name) => name.includes('panel') || name.includes('webmail')),
      path,
    ).toEqual([]);
  }
});
