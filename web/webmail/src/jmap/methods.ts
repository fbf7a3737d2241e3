// SPDX-License-Identifier: Apache-2.0
import type {
  Comparator,
  Email,
  EmailFilter,
  EmailRow,
  Id,
  Identity,
  Mailbox,
  Quota,
  SetError,
  Snippet,
  Thread,
} from './types';

interface GetArgs {
  readonly ids?: readonly Id[] | null;
  readonly properties?: readonly string[] | null;
}

interface Got<T> {
  readonly state: string;
  readonly list: readonly T[];
  readonly notFound: readonly Id[];
}

interface ChangesArgs {
  readonly sinceState: string;
  readonly maxChanges?: number;
}

export interface Changes {
  readonly oldState: string;
  readonly newState: string;
  readonly hasMoreChanges: boolean;
  readonly created: readonly Id[];
  readonly updated: readonly Id[];
  readonly destroyed: readonly Id[];
}

interface SetArgs {
  readonly ifInState?: string;
  readonly create?: Readonly<Record<string, object>>;
  readonly update?: Readonly<Record<Id, Patch>>;
  readonly destroy?: readonly Id[];
}

/** A PatchObject (RFC 8620 §5.3): paths to new values, null to remove. */
export type Patch = Readonly<Record<string, unknown>>;

export interface SetDone {
  readonly oldState: string | null;
  readonly newState: string;
  readonly created?: Readonly<Record<string, { readonly id: Id } & Readonly<Record<string, unknown>>>> | null;
  readonly notCreated?: Readonly<Record<string, SetError>> | null;
  readonly notUpdated?: Readonly<Record<Id, SetError>> | null;
  readonly notDestroyed?: Readonly<Record<Id, SetError>> | null;
}

export interface QueryArgs {
  readonly filter?: EmailFilter | null;
  readonly sort?: readonly Comparator[];
  readonly collapseThreads?: boolean;
  readonly position?: number;
  readonly limit?: number;
  readonly anchor?: Id;
  readonly anchorOffset?: number;
  readonly calculateTotal?: boolean;
}

export interface QueryDone {
  readonly queryState: string;
  readonly canCalculateChanges: boolean;
  readonly position: number;
  readonly ids: readonly Id[];
  readonly total?: number;
}

interface QueryChangesArgs {
  readonly filter?: EmailFilter | null;
  readonly sort?: readonly Comparator[];
  readonly collapseThreads?: boolean;
  readonly sinceQueryState: string;
  readonly maxChanges?: number;
  readonly calculateTotal?: boolean;
}

export interface QueryChanged {
  readonly oldQueryState: string;
  readonly newQueryState: string;
  readonly total?: number;
  readonly removed: readonly Id[];
  readonly added: readonly { readonly id: Id; readonly index: number }[];
}

interface BodyArgs {
  readonly bodyProperties?: readonly string[];
  readonly fetchTextBodyValues?: boolean;
  readonly fetchHTMLBodyValues?: boolean;
  readonly fetchAllBodyValues?: boolean;
  readonly maxBodyValueBytes?: number;
}

/** Every method that is called: what it takes, and what it answers. */
export interface Methods {
  'Mailbox/get': [GetArgs, Got<Mailbox>];
  'Mailbox/changes': [ChangesArgs, Changes & { readonly updatedProperties?: readonly string[] | null }];
  'Mailbox/set': [SetArgs & { readonly onDestroyRemoveEmails?: boolean }, SetDone];
  'Thread/get': [GetArgs, Got<Thread>];
  'Email/get': [GetArgs & BodyArgs, Got<Partial<Email> & Pick<EmailRow, 'id'>>];
  'Email/changes': [ChangesArgs, Changes];
  'Email/query': [QueryArgs, QueryDone];
  'Email/queryChanges': [QueryChangesArgs, QueryChanged];
  'Email/set': [SetArgs, SetDone];
  'Email/import': [
    { readonly emails: Readonly<Record<string, object>> },
    Pick<SetDone, 'oldState' | 'newState' | 'created' | 'notCreated'>,
  ];
  'Email/parse': [
    { readonly blobIds: readonly Id[]; readonly properties?: readonly string[] } & BodyArgs,
    { readonly parsed: Readonly<Record<Id, Partial<Email>>> | null; readonly notParsable: readonly Id[] | null },
  ];
  'SearchSnippet/get': [
    { readonly filter: EmailFilter | null; readonly emailIds?: readonly Id[] },
    { readonly list: readonly Snippet[]; readonly notFound: readonly Id[] | null },
  ];
  'Identity/get': [GetArgs, Got<Identity>];
  'Identity/set': [SetArgs, SetDone];
  'EmailSubmission/get': [GetArgs, Got<Readonly<Record<string, unknown>>>];
  'EmailSubmission/set': [
    SetArgs & {
      readonly onSuccessUpdateEmail?: Readonly<Record<string, Patch>>;
      readonly onSuccessDestroyEmail?: readonly string[];
    },
    SetDone,
  ];
  'VacationResponse/get': [GetArgs, Got<Readonly<Record<string, unknown>>>];
  'VacationResponse/set': [SetArgs, SetDone];
  'Quota/get': [GetArgs, Got<Quota>];
}

export type MethodName = keyof Methods;
export type Arguments<M extends MethodName> = Methods[M][0];
export type Result<M extends MethodName> = Methods[M][1];
