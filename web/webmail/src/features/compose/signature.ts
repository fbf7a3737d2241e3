// SPDX-License-Identifier: Apache-2.0
import type { Identity } from '../../jmap';
import type { Content } from './content';
import { htmlOf, quotable } from './quote';

/** What stands under a letter, with the line above it by which programs know it (RFC 3676 §4.3); empty when there is none. */
export function signatureText(identity: Pick<Identity, 'textSignature'>): string {
  const text = identity.textSignature.trim();
  return text === '' ? '' : `-- \n${text}\n`;
}

export function signatureHtml(identity: Pick<Identity, 'textSignature' | 'htmlSignature'>): string {
  const text = identity.textSignature.trim();
  if (identity.htmlSignature.trim() !== '') {
    return `<p>-- </p>${quotable(identity.htmlSignature)}`;
  }
  return text === '' ? '' : htmlOf(`-- \n${text}`);
}

type Body = Pick<Content, 'text' | 'html'>;

/** The body with the signature of another identity in place of the one that was put in; as it is when that one was changed. */
export function resigned(body: Body, before: Identity | undefined, after: Identity): Body {
  const was = { text: before ? signatureText(before) : '', html: before ? signatureHtml(before) : '' };
  return {
    text: exchanged(body.text, was.text, signatureText(after)),
    html: exchanged(body.html, was.html, signatureHtml(after)),
  };
}

function exchanged(body: string, was: string, is: string): string {
  if (was === '') {
    return is === '' || body.includes(is) ? body : body + is;
  }
  return body.replace(was, () => is);
}
