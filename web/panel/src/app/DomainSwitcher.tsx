// SPDX-License-Identifier: Apache-2.0
import { Chooser, useNavigate } from '@fumibako/kit';
import { useDomains } from '../features/portal/useDomains';
import { useShellText } from './text';

/** The domain of the panel; another one shows the same screen of that domain. */
export function DomainSwitcher({ domain }: { domain: string }) {
  const say = useShellText();
  const navigate = useNavigate();
  const domains = useDomains();
  const names = domains.data?.map((each) => each.name) ?? [];
  return (
    <Chooser
      label={say('chooseDomain')}
      value={domain}
      choices={names.includes(domain) ? names : [domain, ...names]}
      onChoose={(next) => {
        void navigate({ to: window.location.pathname.replace(/^\/panel\/[^/]+/, `/panel/${next}`) });
      }}
    />
  );
}
