// SPDX-License-Identifier: Apache-2.0
import { PageHead } from '@fumibako/kit';
import classes from './Settings.module.css';
import { useSettingsText } from './text';

/** The person's own settings. */
export function SettingsPage() {
  const say = useSettingsText();
  return (
    <main className={classes.page} id="fb-main">
      <PageHead title={say('title')} lead={say('lead')} />
    </main>
  );
}
