// SPDX-License-Identifier: Apache-2.0
// @vitest-environment node
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { read, sources } from './sources';

// Names of the product and of keys, and what is written alike in all languages.
const ALLOWED = new Set(['Fumibako', 'Ctrl K', 'z', 'r', '–', '日本語', 'English', 'MB']);

// Attributes that people read or hear.
const READ = new Set([
  'label',
  'title',
  'placeholder',
  'description',
  'aria-label',
  'alt',
  'lead',
  'note',
  'text',
  'what',
]);

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;
const LETTERS = /\p{L}/u;

/** Words that would reach the screen without passing a dictionary. */
function strayWords(path: string, code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = shown(node);
    if (text !== undefined && LETTERS.test(text) && !ALLOWED.has(text.trim())) {
      found.push(text.trim());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

function shown(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) {
    return node.text;
  } else if (ts.isStringLiteralLike(node)) {
    const parent = node.parent;
    const attribute = ts.isJsxAttribute(parent) && READ.has(parent.name.getText());
    const child = ts.isJsxExpression(parent) && !ts.isJsxAttribute(parent.parent);
    return attribute || child || JAPANESE.test(node.text) ? node.text : undefined;
  }
  return undefined;
}

const files = sources((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|(^|[/.])(ja|en)\.ts$|\.d\.ts$/.test(path));

// Formats are written in both languages by their nature; symptoms are quoted from customers.
const FORMATS = /^kit\/src\/(format\/|doctor\/symptoms\.ts$)/;

describe('words on the screen come from the dictionaries', () => {
  it.each(files.filter((path) => !FORMATS.test(path)))('%s', (path) => {
    expect(strayWords(path, read(path))).toEqual([]);
  });

  it('and this check sees those that do not', () => {
    expect(strayWords('a.tsx', 'const a = <p>Hello</p>;')).toEqual(['Hello']);
    expect(strayWords('a.tsx', 'const a = <Button title="Save" className="big">{x}</Button>;')).toEqual(['Save']);
    expect(strayWords('a.tsx', "const a = <p>{'Hello'}</p>;")).toEqual(['Hello']);
    expect(strayWords('a.ts', "const a = { label: '保存' };")).toEqual(['保存']);
  });
});
