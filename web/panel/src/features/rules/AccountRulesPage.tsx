// SPDX-License-Identifier: Apache-2.0
import { useParams } from '@fumibako/kit';
import { RulesPage } from './RulesPage';
import { useRulesText } from './text';

/** Rules of one account, in the panel. */
export function AccountRulesPage() {
  const say = useRulesText();
  const { domain, address } = useParams({ from: '/panel/$domain/accounts/$address/rules' });
  return <RulesPage whose={{ domain, address }} lead={say('leadAccount', { address })} />;
}
