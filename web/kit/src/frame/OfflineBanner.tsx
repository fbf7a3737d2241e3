// SPDX-License-Identifier: Apache-2.0
import { IconWifiOff } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { connection } from '../api/connection';
import { useKitText } from '../i18n/kit';
import classes from './OfflineBanner.module.css';

/** Says that the server does not answer; goes away with the next answer. */
export function OfflineBanner() {
  const say = useKitText();
  const up = useSyncExternalStore(connection.subscribe, connection.isUp);
  return (
    <div role="status">
      {!up && (
        <p className={classes.banner}>
          <IconWifiOff size={16} stroke={1.75} aria-hidden />
          {say('offline')}
        </p>
      )}
    </div>
  );
}
