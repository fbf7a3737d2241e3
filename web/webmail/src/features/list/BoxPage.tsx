// SPDX-License-Identifier: Apache-2.0
import { Outlet, useParams } from '@fumibako/kit';
import { usePlace } from '../../app/pane';
import { useAppText } from '../../app/text';
import { boxOf } from '../../mail/box';
import { useMailboxes } from '../../mail/context';
import classes from './BoxPage.module.css';
import { ListPane } from './ListPane';
import { ListProvider } from './ListProvider';

/** A list, and beside it what is open: an email, or what is being written. */
export function BoxPage() {
  const say = useAppText();
  const params = useParams({ strict: false });
  const { what } = usePlace();
  const box = boxOf(params.box ?? 'inbox', useMailboxes());
  if (!box) {
    return (
      <main className={classes.missing}>
        <h1>{say('webmail')}</h1>
        <p className="fb-prose">{say('notFound')}</p>
      </main>
    );
  }
  return (
    <ListProvider box={box} key={box.key}>
      <ListPane covered={what !== 'list'} />
      <main className={classes.reading} data-covered={what === 'list' || undefined} id="fb-main">
        <Outlet />
      </main>
    </ListProvider>
  );
}
