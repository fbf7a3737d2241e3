// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, IconClock } from '@fumibako/kit';
import { lazy, Suspense, useState } from 'react';
import { useLaterText } from './text';

const LaterDialog = lazy(() => import('./LaterDialog'));

/** Asks when to send. */
export function LaterButton({ disabled, onSend }: { disabled: boolean; onSend: (at: Date) => void }) {
  const say = useLaterText();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const send = (at: Date) => {
    close();
    onSend(at);
  };
  return (
    <>
      <ActionIcon
        variant="default"
        size={42}
        disabled={disabled}
        aria-label={say('later')}
        title={say('later')}
        onClick={() => setOpen(true)}
      >
        <IconClock size={18} stroke={1.75} />
      </ActionIcon>
      <Suspense fallback={null}>{open && <LaterDialog onClose={close} onSend={send} />}</Suspense>
    </>
  );
}
