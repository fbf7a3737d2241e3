// SPDX-License-Identifier: Apache-2.0
import { Button, useNavigate, useSearch } from '@fumibako/kit';
import { connection, useQuery, useQueryClient } from '@fumibako/kit/api';
import { useEffect } from 'react';
import { useStore } from '../../../mail/context';
import { getIdentities } from '../api/getIdentities';
import classes from '../Compose.module.css';
import { Letters } from '../later/Letters';
import { type LocalCopy, local } from '../local';
import { useComposeText } from '../text';
import { lockOf } from '../useKeeper';
import { useOutbox } from './useOutbox';

const KEY = ['compose-copies'] as const;

/** What of earlier writing is in this browser only and is not being written in any tab. */
async function abandoned(accountId: string): Promise<readonly LocalCopy[]> {
  const copies = await local.all('copies').catch(() => []);
  const held = (await navigator.locks?.query().catch(() => undefined))?.held ?? [];
  const open = new Set(held.map(({ name }) => name));
  const left = copies.filter((copy) => copy.accountId === accountId && !open.has(lockOf(copy.key)));
  // What the server has needs no second copy here.
  await Promise.all(left.filter(({ saved }) => saved).map(({ key }) => local.remove('copies', key)));
  return left.filter(({ saved }) => !saved);
}

/** What of writing goes on when the composer is closed: sends what is held, and offers what was not saved. */
export default function Waiting() {
  useOutbox();
  const store = useStore();
  const client = useQueryClient();
  const { accountId } = store.jmap.session;
  // Asked again when one begins and ends to write; what is open here is not offered.
  const { w = '' } = useSearch({ strict: false });
  const copies = useQuery({ queryKey: [...KEY, accountId, w], queryFn: () => abandoned(accountId), staleTime: 5_000 });
  // So that one can begin to write without a connection.
  useQuery({ queryKey: ['identities'], queryFn: () => getIdentities(store), staleTime: 300_000 });
  useEffect(() => connection.subscribe(() => void client.invalidateQueries({ queryKey: KEY })), [client]);
  const copy = copies.data?.find(({ key }) => key !== w);
  return (
    <>
      <Letters />
      {copy && <Offer key={copy.key} copy={copy} />}
    </>
  );
}

function Offer({ copy }: { copy: LocalCopy }) {
  const say = useComposeText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const drop = async () => {
    await local.remove('copies', copy.key);
    await client.invalidateQueries({ queryKey: KEY });
  };
  const goOn = () => void navigate({ to: '/$box/compose', params: { box: 'drafts' }, search: { w: copy.key } });
  return (
    <section className={classes.offer} aria-label={say('unsavedTitle')}>
      <p>{say('unsaved', { subject: copy.content.subject || say('noSubject') })}</p>
      <Button size="xs" onClick={goOn}>
        {say('goOn')}
      </Button>
      <Button size="xs" variant="default" onClick={() => void drop()}>
        {say('drop')}
      </Button>
    </section>
  );
}
