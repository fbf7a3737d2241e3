// SPDX-License-Identifier: Apache-2.0
import type { Email } from '../jmap';

export interface Plain {
  readonly text: string;
  /** The text was taken out of HTML. */
  readonly fromHtml: boolean;
  readonly truncated: boolean;
  /** Octets that are no characters in the charset that was declared. */
  readonly damaged: boolean;
}

/** An email's text without any formatting. */
export function textOf(email: Pick<Email, 'textBody' | 'bodyValues'>): Plain {
  const parts = email.textBody.flatMap((part) => {
    const value = email.bodyValues[part.partId ?? ''];
    return value ? [{ type: part.type, value }] : [];
  });
  return {
    text: parts.map(({ type, value }) => (type === 'text/html' ? htmlText(value.value) : value.value)).join('\n'),
    fromHtml: parts.some(({ type }) => type === 'text/html'),
    truncated: parts.some(({ value }) => value.isTruncated),
    damaged: parts.some(({ value }) => value.isEncodingProblem),
  };
}

const BLOCKS = 'p,div,br,tr,li,h1,h2,h3,h4,h5,h6,blockquote,pre,table,hr,section,article,header,footer';

/** The text of a piece of HTML, with a line for each block. The document that is parsed for it loads nothing and runs nothing. */
export function htmlText(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const unseen of parsed.querySelectorAll('script,style,head,title,template')) {
    unseen.remove();
  }
  for (const block of parsed.querySelectorAll(BLOCKS)) {
    block.append('\n');
    if (block.tagName === 'BR' || block.tagName === 'HR') {
      block.replaceWith('\n');
    }
  }
  for (const cell of parsed.querySelectorAll('td,th')) {
    cell.append(' ');
  }
  return (parsed.body?.textContent ?? '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
