// SPDX-License-Identifier: Apache-2.0
import { Autocomplete, Button, useDebouncedValue } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { findAddresses } from './api/findAddresses';
import classes from './doctorPages.module.css';
import { recentAddresses } from './recentAddresses';
import { useDoctorPageText } from './text';

interface Props {
  readonly domain: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (localPart: string) => void;
}

/** Which address: one of the domain's accounts, or any other that somebody asks about. */
export default function AddressField({ domain, value, error, onChange }: Props) {
  const say = useDoctorPageText();
  const [searched] = useDebouncedValue(value, 200);
  const found = useQuery({
    queryKey: ['doctor-addresses', domain, searched],
    queryFn: () => findAddresses(domain, searched),
    placeholderData: (before) => before,
  });
  const local = (address: string) => address.slice(0, address.lastIndexOf('@'));
  const names = found.data?.items.map((account) => local(account.address)) ?? [];
  const recent = recentAddresses(domain);
  return (
    <div className={classes.address}>
      <Autocomplete
        label={say('address')}
        description={say('addressHint')}
        data={[...new Set(names)]}
        value={value}
        error={error}
        rightSection={<span className={classes.domain}>@{domain}</span>}
        rightSectionWidth="auto"
        maxLength={320}
        spellCheck={false}
        autoCapitalize="none"
        onChange={(text) => onChange(text.endsWith(`@${domain}`) ? local(text) : text)}
      />
      {recent.length > 0 && (
        <div className={classes.recent}>
          <span className="fb-hint">{say('recent')}</span>
          {recent.map((one) => (
            <Button key={one} variant="default" size="sm" onClick={() => onChange(one)}>
              {one}@{domain}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
