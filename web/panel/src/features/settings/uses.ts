// SPDX-License-Identifier: Apache-2.0
import type { components } from '@fumibako/kit/api';
import { useSettingsText } from './text';

export type Use = components['schemas']['Use'];

export const USES: readonly Use[] = ['imap', 'pop3', 'smtp', 'webmail'];

/** What an app password is for, in words. */
export function useUses(): (uses: readonly Use[]) => string {
  const say = useSettingsText();
  const names: Record<Use, string> = {
    imap: say('use-imap'),
    pop3: say('use-pop3'),
    smtp: say('use-smtp'),
    webmail: say('use-webmail'),
  };
  return (uses) => uses.map((use) => names[use]).join(say('comma'));
}
