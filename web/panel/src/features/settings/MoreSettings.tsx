// SPDX-License-Identifier: Apache-2.0
import { DrawerSection, IconChevronRight, Link } from '@fumibako/kit';
import { domainOfAddress } from '../accounts/account';
import classes from './settings.module.css';
import { useSettingsText } from './text';

/** Below what the drawer of an account has: the way to the rest. */
export function MoreSettings({ address }: { address: string }) {
  const say = useSettingsText();
  const at = `/panel/${domainOfAddress(address)}/accounts/${encodeURIComponent(address)}`;
  return (
    <DrawerSection title={say('moreSettings')}>
      <div className={classes.links}>
        {[
          { to: `${at}/rules`, label: say('rules') },
          { to: at, label: say('appPasswordsAndSignIns') },
        ].map(({ to, label }) => (
          <Link key={to} to={to}>
            {label}
            <IconChevronRight size={16} stroke={1.75} aria-hidden />
          </Link>
        ))}
      </div>
    </DrawerSection>
  );
}
