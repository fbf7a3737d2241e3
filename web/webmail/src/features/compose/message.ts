// SPDX-License-Identifier: Apache-2.0
import type { Address, Id, Identity } from '../../jmap';
import { isAddress } from './addresses';
import { textOfHtml } from './alternative';
import type { Attachment, Content } from './content';

/** The email object that is made of what was written (RFC 8621 §4.6), in a mailbox, as a draft. */
export function emailOf(content: Content, identity: Identity, mailbox: Id): object {
  return {
    mailboxIds: { [mailbox]: true },
    keywords: { $draft: true, $seen: true },
    from: [{ name: identity.name || null, email: identity.email }],
    ...(identity.replyTo?.length ? { replyTo: identity.replyTo } : {}),
    ...addressed('to', content.to),
    ...addressed('cc', content.cc),
    ...addressed('bcc', content.bcc),
    subject: content.subject,
    ...(content.messageId !== '' ? { messageId: [content.messageId] } : {}),
    ...(content.inReplyTo?.length ? { inReplyTo: content.inReplyTo } : {}),
    ...(content.references?.length ? { references: content.references } : {}),
    ...(content.receipt
      ? { 'header:Disposition-Notification-To:asAddresses': [{ name: null, email: identity.email }] }
      : {}),
    ...body(content),
  };
}

/** Only what is an address: the rest is kept in this browser until it is one. */
function addressed(field: 'to' | 'cc' | 'bcc', list: readonly Address[]): object {
  const good = list.filter(({ email }) => isAddress(email));
  return good.length > 0 ? { [field]: good } : {};
}

function body(content: Content): object {
  const attachments = content.attachments.flatMap((each) => part(each, content) ?? []);
  if (!content.rich) {
    return {
      textBody: [{ partId: 'text', type: 'text/plain' }],
      attachments,
      bodyValues: { text: { value: content.text } },
    };
  }
  return {
    textBody: [{ partId: 'text', type: 'text/plain' }],
    htmlBody: [{ partId: 'html', type: 'text/html' }],
    attachments,
    bodyValues: { text: { value: textOfHtml(content.html) }, html: { value: page(content.html) } },
  };
}

function part({ name, type, blobId, cid }: Attachment, content: Content): object | undefined {
  const shown = cid !== undefined && content.rich;
  // A picture that was taken out of the text again does not go along.
  if (blobId === undefined || (shown && !content.html.includes(`cid:${cid}`))) {
    return undefined;
  }
  return { blobId, name, type, ...(shown ? { cid, disposition: 'inline' } : { disposition: 'attachment' }) };
}

/** Programs know no style sheet of ours: what must look like something says so itself. */
function page(html: string): string {
  const styled = html.replace(
    /<blockquote>/g,
    '<blockquote style="margin:0 0 0 4px;padding-left:12px;border-left:2px solid #9db0d4">',
  );
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${styled}</body></html>`;
}
