// SPDX-License-Identifier: Apache-2.0
import { useParams } from '@fumibako/kit';
import { RulesPage } from './RulesPage';
import { useRulesText } from './text';

/** Rules that all accounts of a domain have in common. */
export function DomainRulesPage() {
  const say = useRulesText();
  const { domain } = useParams({ from: '/panel/$domain/rules' });
  return <RulesPage whose={{ domain }} lead={say('leadDomain', { domain })} />;
}
