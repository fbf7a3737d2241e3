// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal } from '@fumibako/kit';
import { asking, type Question } from './asking';
import { useListText } from './text';

/** Asks before something is deleted for good. */
export default function AskDialog({ question }: { question: Question }) {
  const say = useListText();
  const close = () => asking.set(undefined);
  const { what, count, folder = '' } = question;
  return (
    <Modal
      opened
      onClose={close}
      title={say(what === 'empty' ? 'emptyTitle' : 'destroyTitle', { folder })}
      closeButtonProps={{ 'aria-label': say('cancel') }}
      transitionProps={{ duration: 120 }}
      centered
    >
      <p className="fb-prose">{say(what === 'empty' ? 'emptyText' : 'destroyText', { folder, count })}</p>
      <Group mt="md" gap="xs">
        <Button
          data-autofocus
          onClick={() => {
            close();
            question.go();
          }}
        >
          {say(what === 'empty' ? 'emptyGo' : 'destroyGo', { count })}
        </Button>
        <Button variant="default" onClick={close}>
          {say('cancel')}
        </Button>
      </Group>
    </Modal>
  );
}
