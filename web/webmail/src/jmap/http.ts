// SPDX-License-Identifier: Apache-2.0
import { connection, Problem, reach } from '@fumibako/kit/api';
import type { Invocation } from './batch';
import type { Request as JmapRequest, JmapSession } from './client';

const MAIL = 'urn:ietf:params:jmap:mail';
const CORE = 'urn:ietf:params:jmap:core';
const SUBMISSION = 'urn:ietf:params:jmap:submission';

/** Asks one of JMAP's addresses; throws a {@link Problem} for whatever is no good answer. */
export async function ask(path: string, init?: RequestInit): Promise<unknown> {
  const response = await reach(new Request(new URL(path, window.location.origin), init));
  if (!response.ok) {
    throw await refusal(response);
  }
  return response.json();
}

async function refusal(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.status === 401) {
    connection.unauthorised();
    return new Problem(401, 'not-signed-in', '');
  }
  return new Problem(response.status, String(body.limit ?? body.type ?? 'unexpected'), '');
}

/** Method calls over HTTP (RFC 8620 §3). */
export async function overHttp(request: JmapRequest): Promise<readonly Invocation[]> {
  const answer = await ask('/jmap/api', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  });
  return (answer as { methodResponses: readonly Invocation[] }).methodResponses;
}

type Numbers = Readonly<Record<string, number>>;

interface SessionObject {
  readonly capabilities: Readonly<Record<string, Numbers>>;
  readonly primaryAccounts: Readonly<Record<string, string>>;
  readonly accounts: Readonly<Record<string, { readonly accountCapabilities: Readonly<Record<string, Numbers>> }>>;
}

/** Reads the session object (RFC 8620 §2). */
export async function openSession(): Promise<JmapSession> {
  const said = (await ask('/jmap/session')) as SessionObject;
  const accountId = said.primaryAccounts[MAIL] ?? '';
  const core = said.capabilities[CORE] ?? {};
  const own = said.accounts[accountId]?.accountCapabilities ?? {};
  return {
    accountId,
    capabilities: Object.keys(said.capabilities),
    maxCallsInRequest: core.maxCallsInRequest ?? 16,
    maxObjectsInGet: core.maxObjectsInGet ?? 500,
    maxObjectsInSet: core.maxObjectsInSet ?? 500,
    maxSizeUpload: core.maxSizeUpload ?? 50_000_000,
    maxSizeAttachments: own[MAIL]?.maxSizeAttachmentsPerEmail ?? 50_000_000,
    maxDelayedSend: own[SUBMISSION]?.maxDelayedSend ?? 0,
  };
}

/** Where the octets of a blob are; `type` is what the browser is told that they are. */
export function blobUrl(accountId: string, blobId: string, name: string, type: string): string {
  const path = [accountId, blobId, name].map(encodeURIComponent).join('/');
  return `/jmap/download/${path}?type=${encodeURIComponent(type)}`;
}
