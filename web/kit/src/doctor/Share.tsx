// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLink } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Patient } from './patient';
import { useDoctorText } from './text';

// Few share what they see; whoever does can wait for the dialog.
const ShareDialog = lazy(() => import('./ShareDialog'));

interface Props {
  readonly patient: Patient;
  readonly id: string;
  readonly ready: boolean;
  readonly link: (id: string) => string;
}

/** Lets support see what is on the page, for a while. */
export function Share({ patient, id, ready, link }: Props) {
  const say = useDoctorText();
  const [opened, { open, close }] = useDisclosure(false);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconLink size={16} aria-hidden />}
        disabled={!ready}
        onClick={() => {
          setWanted(true);
          open();
        }}
      >
        {say('share')}
      </Button>
      {wanted && (
        <Suspense>
          <ShareDialog patient={patient} id={id} link={link} opened={opened} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
