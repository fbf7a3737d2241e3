// SPDX-License-Identifier: Apache-2.0
import { useFormats, useSearch } from '@fumibako/kit';
import { type UseQueryResult, useQuery } from '@fumibako/kit/api';
import { prefs } from '../../app/prefs';
import type { Email, Id, Identity } from '../../jmap';
import { useStore } from '../../mail/context';
import { displayName, written } from '../../mail/people';
import { readAddresses } from './addresses';
import { getOriginal } from './api/getOriginal';
import type { Content } from './content';
import { local } from './local';
import { answer, forward, goneOn, newLetter, type Writer } from './start';
import { useComposeText } from './text';

/** What the composer begins with. */
export interface Opening {
  readonly content: Content;
  /** The draft on the server that it goes on with. */
  readonly draft: Id | undefined;
  /** It was found in this browser, and the server does not have all of it. */
  readonly unsaved: boolean;
}

/** What is to be written under `key`: what this browser has of it, or what the address says. */
export function useOpening(key: string, identities: readonly Identity[] | undefined): UseQueryResult<Opening> {
  const store = useStore();
  const begin = useBegin();
  const { reply, forward: passed, draft } = useSearch({ strict: false });
  const about = reply ?? passed ?? draft;
  return useQuery({
    queryKey: ['compose', key],
    enabled: identities !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: async (): Promise<Opening> => {
      const kept = await copyOf(store.jmap.session.accountId, key, draft);
      if (kept) {
        return { content: kept.content, draft: kept.draft, unsaved: !kept.saved };
      }
      const email = about === undefined ? null : await getOriginal(store, about);
      const writer = { identities: identities ?? [], rich: prefs().compose === 'rich' };
      return { content: begin(writer, email), draft, unsaved: false };
    },
  });
}

/** A draft may have been written on here, under another key, without the server's having it. */
async function copyOf(accountId: Id, key: string, draft: Id | undefined) {
  const copies = await local.all('copies').catch(() => []);
  const own = copies.filter((copy) => copy.accountId === accountId);
  return (
    own.find((copy) => copy.key === key) ??
    own.find((copy) => draft !== undefined && copy.draft === draft && !copy.saved)
  );
}

function useBegin(): (writer: Writer, email: Email | null) => Content {
  const say = useComposeText();
  const formats = useFormats();
  const { reply, all, forward: passed, whole, to, subject } = useSearch({ strict: false });
  return (writer, email) => {
    if (!email) {
      return newLetter(writer, readAddresses(to ?? '').addresses, subject ?? '');
    }
    const date = formats.fullTime(email.sentAt ?? email.receivedAt);
    const [from] = email.from ?? [];
    if (reply) {
      return answer(writer, email, all === true, say('quoted', { date, name: from ? displayName(from) : '' }));
    } else if (passed) {
      const original = say('original', {
        from: (email.from ?? []).map(written).join(', '),
        date,
        subject: email.subject ?? '',
        to: (email.to ?? []).map(written).join(', '),
      });
      return forward(writer, email, `${say('forwarded')}\n${original}`, whole === true);
    }
    return goneOn(writer, email);
  };
}
