// SPDX-License-Identifier: Apache-2.0
import type { Address, Email, Id, Identity, Part } from '../../jmap';
import { textOf } from '../../mail/plain';
import { answerAs, answerTo, prefixed, threading } from './answer';
import { type Attachment, type Content, EMPTY } from './content';
import { escaped, htmlOf, quotable, quoted } from './quote';
import { signatureHtml, signatureText } from './signature';
import { unique } from './unique';

/** What the person who writes has chosen or is. */
export interface Writer {
  readonly identities: readonly Identity[];
  readonly rich: boolean;
}

/** Something new, perhaps with what a link of an email or a page has filled in. */
export function newLetter(writer: Writer, to: readonly Address[], subject: string): Content {
  const [identity] = writer.identities;
  return { ...base(writer, identity), ...bodies('', '', identity), to, subject, bcc: identity?.bcc ?? [] };
}

/** An answer; `said` is the line that names whom it quotes. */
export function answer(writer: Writer, email: Email, all: boolean, said: string): Content {
  const own = writer.identities.map((identity) => identity.email);
  const identity = answerAs(email, writer.identities);
  const html = `<p>${escaped(said)}</p><blockquote>${originalHtml(email)}</blockquote>`;
  return {
    ...base(writer, identity),
    ...answerTo(email, own, all),
    ...threading(email),
    bcc: identity?.bcc ?? [],
    subject: prefixed('Re', email.subject),
    ...bodies(`${said}\n${quoted(textOf(email).text)}\n`, html, identity),
    attachments: writer.rich ? pictures(email) : [],
    answers: { id: email.id, keyword: '$answered' },
  };
}

/** What is passed on: as part of the text with the files that came along, or whole as a file. `head` says whose it was. */
export function forward(writer: Writer, email: Email, head: string, whole: boolean): Content {
  const identity = answerAs(email, writer.identities);
  const common = {
    ...base(writer, identity),
    subject: prefixed('Fwd', email.subject),
    references: threading(email).references,
    answers: { id: email.id, keyword: '$forwarded' } as const,
  };
  if (whole) {
    return { ...common, ...bodies('', '', identity), attachments: [wholeOf(email)] };
  }
  const html = `${htmlOf(head)}${originalHtml(email)}`;
  return {
    ...common,
    ...bodies(`${head}\n\n${textOf(email).text}\n`, html, identity),
    attachments: [...(writer.rich ? pictures(email) : []), ...files(email)],
  };
}

/** A draft that one goes on with. */
export function goneOn(writer: Writer, email: Email): Content {
  const identity = writer.identities.find(({ email: own }) => own === email.from?.[0]?.email) ?? writer.identities[0];
  const html = htmlValue(email);
  const receipt = (email as unknown as Record<string, unknown>)['header:Disposition-Notification-To:asText'];
  return {
    ...base(writer, identity),
    to: email.to ?? [],
    cc: email.cc ?? [],
    bcc: email.bcc ?? [],
    subject: email.subject ?? '',
    rich: html !== undefined,
    text: textOf(email).text,
    html: html === undefined ? '' : quotable(html),
    attachments: email.attachments.flatMap(attachmentOf),
    receipt: typeof receipt === 'string',
    messageId: email.messageId?.[0] ?? '',
    inReplyTo: email.inReplyTo,
    references: email.references,
  };
}

function base({ rich }: Writer, identity: Identity | undefined): Content {
  const host = identity?.email.split('@').pop() ?? '';
  // A name of a host in other letters than ASCII is the server's to write.
  const messageId = /^[!-~]+$/.test(host) ? `${unique()}@${host}` : '';
  return { ...EMPTY, rich, identity: identity?.id ?? '', messageId };
}

/** Room to write in, the signature, and what follows it. */
function bodies(text: string, html: string, identity: Identity | undefined): Pick<Content, 'text' | 'html'> {
  const signature = identity ? signatureText(identity) : '';
  const signed = identity ? signatureHtml(identity) : '';
  return {
    text: `${signature === '' && text === '' ? '' : '\n\n'}${signature}${signature && text ? '\n' : ''}${text}`,
    html: `<p></p>${signed}${html}`,
  };
}

function htmlValue(email: Email): string | undefined {
  const part = email.htmlBody.find(({ type }) => type === 'text/html');
  return part && email.bodyValues[part.partId ?? '']?.value;
}

function originalHtml(email: Email): string {
  const html = htmlValue(email);
  return html === undefined ? htmlOf(textOf(email).text) : quotable(html);
}

/** Pictures that the original's text refers to. */
function pictures(email: Email): readonly Attachment[] {
  const html = htmlValue(email) ?? '';
  return email.attachments.filter(({ cid }) => cid && html.includes(`cid:${cid}`)).flatMap(attachmentOf);
}

function files(email: Email): readonly Attachment[] {
  const shown = new Set(pictures(email).map(({ blobId }) => blobId));
  return email.attachments
    .filter(({ blobId }) => !shown.has(blobId ?? undefined))
    .flatMap(attachmentOf)
    .map(({ cid: _, ...rest }) => rest);
}

function attachmentOf({ blobId, name, type, size, cid }: Part): readonly Attachment[] {
  return blobId === null
    ? []
    : [{ key: unique(), name: name ?? 'attachment', type, size, blobId, ...(cid ? { cid } : {}) }];
}

function wholeOf(email: Email): Attachment {
  // What no file system takes in a name.
  const name = (email.subject ?? '').replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_').slice(0, 80) || 'message';
  const blobId: Id = email.blobId;
  return { key: unique(), name: `${name}.eml`, type: 'message/rfc822', size: email.size, blobId };
}
