// SPDX-License-Identifier: Apache-2.0
import { type FrameProps, IconSettings, IconStethoscope, useSession } from '@fumibako/kit';
import { useBoxNames } from '../features/mailboxes/names';
import { keyOf } from '../mail/box';
import { useMailboxes } from '../mail/context';
import { useAppText } from './text';
import { useSignOut } from './useSignOut';

/** What header and palette know of this surface. */
export function useFrame(): Omit<FrameProps, 'children'> {
  const say = useAppText();
  const session = useSession();
  const name = useBoxNames();
  const onSignOut = useSignOut();
  const boxes = useMailboxes().map((mailbox) => ({ to: `/${keyOf(mailbox)}`, label: name(mailbox) }));
  return {
    surface: say('webmail'),
    surfaces: [],
    who: session.login,
    onSignOut,
    sections: [{ label: say('folders'), items: boxes }],
    account: [
      { to: '/settings', label: say('settings'), icon: IconSettings },
      { to: '/doctor', label: say('doctor'), icon: IconStethoscope },
    ],
    actions: [],
  };
}
