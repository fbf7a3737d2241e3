// SPDX-License-Identifier: Apache-2.0
import { Outlet, useLayout, useParams } from '@fumibako/kit';
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
  const phone = useLayout() === 'phone';
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
      {!(phone && what === 'list') && (
        <main className={classes.reading} id="fb-main">
          <Outlet />
        </main>
      )}
    </ListProvider>
  );
}
