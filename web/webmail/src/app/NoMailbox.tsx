// SPDX-License-Identifier: Apache-2.0
import { Button } from '@fumibako/kit';
import classes from './NoMailbox.module.css';
import { useAppText } from './text';
import { useSignOut } from './useSignOut';

/** For those who signed in as a customer or an operator: they have domains, not mail. */
export function NoMailbox() {
  const say = useAppText();
  const leave = useSignOut();
  return (
    <main className={classes.page}>
      <h1>{say('noMailboxTitle')}</h1>
      <p className="fb-prose">{say('noMailbox')}</p>
      <div className={classes.buttons}>
        <Button onClick={leave}>{say('signOut')}</Button>
        <Button variant="default" component="a" href="/">
          {say('toPortal')}
        </Button>
      </div>
    </main>
  );
}
