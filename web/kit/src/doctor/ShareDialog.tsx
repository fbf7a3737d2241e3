// SPDX-License-Identifier: Apache-2.0
import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useFormats } from '../format';
import { CopyLine } from '../parts/CopyLine';
import { ErrorAlert } from '../parts/ErrorAlert';
import { shareCase } from './api/shareCase';
import classes from './doctor.module.css';
import type { Patient } from './patient';
import { useDoctorText } from './text';

const DAYS = 14;

interface Props {
  readonly patient: Patient;
  readonly id: string;
  readonly link: (id: string) => string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says what support will see, and for how long, and gives the link. */
export default function ShareDialog({ patient, id, link, opened, onClose }: Props) {
  const say = useDoctorText();
  const formats = useFormats();
  const sharing = useMutation({ mutationFn: (days: number) => shareCase(patient, id, days) });
  const until = sharing.data?.sharedUntil;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say('shareTitle')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <ErrorAlert error={sharing.error} />
      {until ? (
        <>
          <p className="fb-prose">{say('shareUntil', { time: formats.fullTime(until) })}</p>
          <dl className={classes.link}>
            <CopyLine label={say('shareLink')} value={window.location.origin + link(id)} />
          </dl>
          <Button variant="default" loading={sharing.isPending} onClick={() => sharing.mutate(0)}>
            {say('shareStop')}
          </Button>
        </>
      ) : (
        <>
          <p className="fb-prose">{say('shareExplain')}</p>
          <Button loading={sharing.isPending} onClick={() => sharing.mutate(DAYS)}>
            {say('shareDo')}
          </Button>
        </>
      )}
    </Modal>
  );
}
