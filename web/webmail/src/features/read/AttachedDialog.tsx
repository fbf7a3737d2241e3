// SPDX-License-Identifier: Apache-2.0
import { Modal } from '@fumibako/kit';
import { pageUrl } from './api/getFacts';
import { MailFrame } from './MailFrame';
import { useReadText } from './text';

/** A message that came with another one. */
export default function AttachedDialog(props: { blobId: string; name: string; onClose: () => void }) {
  const say = useReadText();
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="xl"
      title={props.name}
      closeButtonProps={{ 'aria-label': say('close') }}
      transitionProps={{ duration: 120 }}
    >
      <MailFrame src={pageUrl(props.blobId, false)} />
    </Modal>
  );
}
