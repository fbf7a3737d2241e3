// SPDX-License-Identifier: Apache-2.0
// @vitest-environment node
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sources } from './sources';

type Dictionary = Record<string, string>;

async function load(path: string, name: 'ja' | 'en'): Promise<Dictionary> {
  return ((await import(join(ROOT, path))) as Record<string, Dictionary>)[name] ?? {};
}

/** Japanese has one form where English has two. */
function expected(ja: Dictionary): string[] {
  return Object.keys(ja)
    .flatMap((key) => (key.endsWith('_other') ? [key.replace(/_other$/, '_one'), key] : [key]))
    .sort();
}

function holes(text: string): string[] {
  return [...text.matchAll(/{{(\w+)[^}]*}}/g)].map((hole) => hole[1] ?? '').sort();
}

const dictionaries = sources((path) => /(^|[/.])ja\.ts$/.test(path));

describe.each(dictionaries)('%s', (path) => {
  it('has the same keys and the same values to fill in as its English side', async () => {
    const ja = await load(path, 'ja');
    const en = await load(path.replace(/ja\.ts$/, 'en.ts'), 'en');
    expect(Object.keys(ja).length).toBeGreaterThan(0);
    expect(Object.keys(en).sort()).toEqual(expected(ja));
    for (const [key, text] of Object.entries(ja)) {
      expect(holes(en[key] ?? ''), key).toEqual(holes(text));
    }
  });

  it('is written as people are spoken to', async () => {
    const ja = await load(path, 'ja');
    const en = await load(path.replace(/ja\.ts$/, 'en.ts'), 'en');
    for (const [key, text] of Object.entries(ja)) {
      expect(text, key).not.toMatch(/[！!]|おそれいりますが|こみ箱|正常に処理|[０-９]/);
    }
    for (const [key, text] of Object.entries(en)) {
      expect(text, key).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]|!/);
    }
  });
});

it('there are dictionaries', () => {
  expect(dictionaries.length).toBeGreaterThan(2);
});
