// SPDX-License-Identifier: Apache-2.0

/** A part of a text, and whether it is what was searched for. */
export interface Marked {
  readonly text: string;
  readonly found: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };

/** Reads a snippet (RFC 8621 §5): escaped text in which `mark` is the only element. Anything else in it stays text. */
export function markedOf(snippet: string): readonly Marked[] {
  const found: Marked[] = [];
  let inside = false;
  for (const piece of snippet.split(/(<\/?mark>)/)) {
    if (piece === '<mark>' || piece === '</mark>') {
      inside = piece === '<mark>';
    } else if (piece !== '') {
      found.push({ text: unescaped(piece), found: inside });
    }
  }
  return found;
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
