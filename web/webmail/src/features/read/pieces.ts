// SPDX-License-Identifier: Apache-2.0

/** A part of a plain text: ordinary, quoted lines, or the address of a page. */
export interface Piece {
  readonly kind: 'text' | 'quote' | 'link';
  readonly text: string;
}

// Japanese text goes on without a space after an address.
const LINK = /https?:\/\/[^\s<>"'（）「」、。，．\u3000\u3040-\u30ff\u4e00-\u9fff\uff00-\uffef]+/g;

/** Cuts a text into its pieces; put together again they are the text, less the `>` of quoted lines. */
export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let block: string[] = [];
  let quoted = false;
  const flush = () => {
    if (block.length > 0) {
      found.push(...(quoted ? [{ kind: 'quote', text: block.join('\n') } as const] : links(`${block.join('\n')}\n`)));
      block = [];
    }
  };
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (line.startsWith('>') !== quoted) {
      flush();
      quoted = !quoted;
    }
    block.push(quoted ? line.replace(/^> ?/, '') : line);
  }
  flush();
  return found;
}

function links(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    // What ends a sentence does not belong to the address.
    const address = match[0].replace(/[.,;:!?)\]}]+$/, '');
    found.push({ kind: 'text', text: text.slice(end, match.index) }, { kind: 'link', text: address });
    end = match.index + address.length;
  }
  found.push({ kind: 'text', text: text.slice(end) });
  return found.filter((piece) => piece.text !== '');
}
