// SPDX-License-Identifier: Apache-2.0
import { IconCode, IconDownload, IconList, IconMailOpened, IconMapPin, IconPrinter, Menu } from '@fumibako/kit';
import type { ReactElement } from 'react';
import { blobUrl, type Email } from '../../jmap';
import { useStore } from '../../mail/context';
import { useMailText } from '../../mail/text';
import { useCommands } from '../list/useCommands';
import { useTargets } from '../list/useTargets';
import { useReadText } from './text';

interface Props {
  readonly email: Email;
  readonly target: ReactElement;
  readonly onShow: (what: 'source' | 'headers') => void;
}

/** What is rarely done with an email. */
export default function MoreMenu({ email, target, onShow }: Props) {
  const say = useReadText();
  const sayMail = useMailText();
  const { accountId } = useStore().jmap.session;
  const { read } = useCommands();
  const targets = useTargets();
  const icon = { size: 16, stroke: 1.75 };
  const name = `${(email.subject || sayMail('noSubject')).replace(/[\\/:*?"<>|]/g, '_').slice(0, 80)}.eml`;
  return (
    <Menu position="bottom-end" offset={4} width={240} defaultOpened>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconMailOpened {...icon} />} onClick={() => void read(targets(), false)}>
          {say('markUnread')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconPrinter {...icon} />} onClick={() => window.print()}>
          {say('print')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDownload {...icon} />}
          component="a"
          href={blobUrl(accountId, email.blobId, name, 'message/rfc822')}
          download={name}
        >
          {say('saveMessage')}
        </Menu.Item>
        <Menu.Divider />
        {email.messageId?.[0] && (
          <Menu.Item
            leftSection={<IconMapPin {...icon} />}
            component="a"
            href={`/portal/trace?q=${encodeURIComponent(email.messageId[0])}`}
          >
            {say('trace')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconList {...icon} />} onClick={() => onShow('headers')}>
          {say('showHeaders')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCode {...icon} />} onClick={() => onShow('source')}>
          {say('showSource')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
