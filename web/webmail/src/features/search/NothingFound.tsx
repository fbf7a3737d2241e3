// SPDX-License-Identifier: Apache-2.0
import { Button, EmptyState, useNavigate } from '@fumibako/kit';
import { useMailboxes } from '../../mail/context';
import { useBoxNames } from '../mailboxes/names';
import { parseSearch } from './query';
import { useSearchText } from './text';

/** What was searched for and not found, and where else one could look. */
export function NothingFound({ text }: { text: string }) {
  const say = useSearchText();
  const navigate = useNavigate();
  const { everywhere } = parseSearch(text, useMailboxes(), useBoxNames());
  const wider = `${text} ${say('operatorIn')}:${say('valueEverywhere')}`;
  return (
    <EmptyState
      text={say('nothing', { text })}
      action={
        !everywhere && (
          <Button
            variant="default"
            onClick={() => void navigate({ to: '/$box', params: { box: 'search' }, search: { q: wider } })}
          >
            {say('alsoAside')}
          </Button>
        )
      }
    />
  );
}
