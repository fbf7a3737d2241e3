// SPDX-License-Identifier: Apache-2.0
// The objects of RFC 8620 and RFC 8621 as far as webmail uses them, with the names that they have there.

export type Id = string;

/** A set of ids or keywords. */
export type Flags = Readonly<Record<string, true>>;

export interface Address {
  readonly name: string | null;
  readonly email: string;
}

/** The uses of mailboxes that we have a name for (RFC 8621 §2). */
export type Role = 'inbox' | 'drafts' | 'sent' | 'archive' | 'junk' | 'trash';

export interface Mailbox {
  readonly id: Id;
  readonly name: string;
  readonly parentId: Id | null;
  readonly role: Role | null;
  readonly sortOrder: number;
  readonly totalEmails: number;
  readonly unreadEmails: number;
  readonly totalThreads: number;
  readonly unreadThreads: number;
  readonly isSubscribed: boolean;
  readonly myRights: Readonly<Record<string, boolean>>;
}

/** What a list shows of an email (RFC 8621 §4). */
export interface EmailRow {
  readonly id: Id;
  readonly blobId: Id;
  readonly threadId: Id;
  readonly mailboxIds: Flags;
  readonly keywords: Flags;
  readonly from: readonly Address[] | null;
  readonly to: readonly Address[] | null;
  readonly subject: string | null;
  readonly receivedAt: string;
  readonly size: number;
  readonly preview: string;
  readonly hasAttachment: boolean;
  /** Since when it is in each of its mailboxes: our server's own property. */
  readonly savedDates: Readonly<Record<Id, string>>;
}

export interface Part {
  readonly partId: string | null;
  readonly blobId: Id | null;
  readonly size: number;
  readonly name: string | null;
  readonly type: string;
  readonly charset: string | null;
  readonly disposition: string | null;
  readonly cid: string | null;
}

export interface BodyValue {
  readonly value: string;
  readonly isEncodingProblem: boolean;
  readonly isTruncated: boolean;
}

/** An email that is open: what its row has, and its content. */
export interface Email extends EmailRow {
  readonly cc: readonly Address[] | null;
  readonly bcc: readonly Address[] | null;
  readonly sender: readonly Address[] | null;
  readonly replyTo: readonly Address[] | null;
  readonly sentAt: string | null;
  readonly messageId: readonly string[] | null;
  readonly inReplyTo: readonly string[] | null;
  readonly references: readonly string[] | null;
  /** All fields in their order, as they stand in the message. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly textBody: readonly Part[];
  readonly htmlBody: readonly Part[];
  readonly attachments: readonly Part[];
  readonly bodyValues: Readonly<Record<string, BodyValue>>;
}

export interface Thread {
  readonly id: Id;
  readonly emailIds: readonly Id[];
}

export interface Identity {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly replyTo: readonly Address[] | null;
  readonly bcc: readonly Address[] | null;
  readonly textSignature: string;
  readonly htmlSignature: string;
  readonly mayDelete: boolean;
}

export interface Quota {
  readonly id: Id;
  readonly resourceType: 'octets' | 'count';
  readonly used: number;
  readonly hardLimit: number;
  readonly name: string;
}

export interface Snippet {
  readonly emailId: Id;
  /** HTML in which only `mark` is an element. */
  readonly subject: string | null;
  readonly preview: string | null;
}

/** A condition of Email/query (RFC 8621 §4.4.1), or several of them with an operator between. */
export type EmailFilter =
  | {
      readonly inMailbox?: Id;
      readonly inMailboxOtherThan?: readonly Id[];
      readonly before?: string;
      readonly after?: string;
      readonly minSize?: number;
      readonly maxSize?: number;
      readonly hasKeyword?: string;
      readonly notKeyword?: string;
      readonly someInThreadHaveKeyword?: string;
      readonly hasAttachment?: boolean;
      readonly text?: string;
      readonly from?: string;
      readonly to?: string;
      readonly cc?: string;
      readonly subject?: string;
      readonly body?: string;
      readonly header?: readonly string[];
    }
  | { readonly operator: 'AND' | 'OR' | 'NOT'; readonly conditions: readonly EmailFilter[] };

export interface Comparator {
  readonly property: string;
  readonly isAscending?: boolean;
  readonly keyword?: string;
}

/** What is said of an object that a set did not change (RFC 8620 §5.3). */
export interface SetError {
  readonly type: string;
  readonly description?: string | null;
  readonly properties?: readonly string[];
  readonly invalidRecipients?: readonly string[];
}
