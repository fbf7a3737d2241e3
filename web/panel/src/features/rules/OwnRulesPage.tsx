// SPDX-License-Identifier: Apache-2.0
import { useSession } from '@fumibako/kit';
import { RulesPage } from './RulesPage';
import { useRulesText } from './text';

/** The owner's own rules. */
export function OwnRulesPage() {
  const say = useRulesText();
  const { login } = useSession();
  return <RulesPage whose={{ domain: '', address: login }} lead={say('leadAccount', { address: login })} />;
}
