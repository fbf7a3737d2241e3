// SPDX-License-Identifier: Apache-2.0
import { Chooser, useNavigate } from '@fumibako/kit';
import { useDomainNames } from '../features/domains/useDomainNames';
import { useShellText } from './text';

/** The domain of the panel; another one shows the same screen of that domain. */
export function DomainSwitcher({ domain }: { domain: string }) {
  const say = useShellText();
  const navigate = useNavigate();
  const names = useDomainNames();
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
