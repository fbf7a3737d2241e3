// SPDX-License-Identifier: Apache-2.0
import { textOfHtml } from './alternative';
import { type Content, recipients } from './content';
import type { Book } from './people/book';
import { lookAlike } from './people/lookAlike';

/** Something that one may have overlooked; one may send all the same. */
export type Warning =
  | { readonly kind: 'noSubject' }
  | { readonly kind: 'noAttachment'; readonly word: string }
  | { readonly kind: 'lookAlike'; readonly email: string; readonly like: string };

const ATTACHED = /添付|同封|別添|\battach(ed|ment|ments|ing)?\b|\benclosed?\b|\bsee (the )?(file|document)s?\b/i;

/** What to ask before it is sent. */
export function warnings(content: Content, book: Book | undefined): readonly Warning[] {
  const found: Warning[] = [];
  if (content.subject.trim() === '') {
    found.push({ kind: 'noSubject' });
  }
  const word = content.attachments.length === 0 ? ATTACHED.exec(own(content))?.[0] : undefined;
  if (word !== undefined) {
    found.push({ kind: 'noAttachment', word });
  }
  for (const { email } of book ? recipients(content) : []) {
    const like = book && lookAlike(email, book);
    if (like !== undefined) {
      found.push({ kind: 'lookAlike', email, like });
    }
  }
  return found;
}

/** What was written now: neither what is quoted, nor what is passed on, nor the signature. */
function own(content: Content): string {
  const text = content.rich ? textOfHtml(content.html) : content.text;
  const [letter = ''] = text.split(/^(?:-- ?|-{5,}.*)$/m);
  return `${content.subject.replace(/^(re|fwd?):.*/i, '')}\n${letter
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')}`;
}
