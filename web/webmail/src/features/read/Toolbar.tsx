// SPDX-License-Identifier: Apache-2.0
import {
  IconAlertOctagon,
  IconArchive,
  IconArrowBackUp,
  IconArrowBackUpDouble,
  IconArrowForwardUp,
  IconChevronLeft,
  IconFolder,
  IconTrash,
  Link,
  useLayout,
} from '@fumibako/kit';
import { useAppText } from '../../app/text';
import type { Email, Id } from '../../jmap';
import { useList } from '../list/ListProvider';
import { askForFolder } from '../list/moving';
import { useCommands } from '../list/useCommands';
import { useDelete } from '../list/useDelete';
import { useTargets } from '../list/useTargets';
import { More } from './More';
import { Neighbours } from './Neighbours';
import { Tool, ToolLink } from './Tool';
import classes from './Toolbar.module.css';
import { useReadText } from './text';

interface Props {
  readonly id: Id;
  /** Undefined as long as it is on its way. */
  readonly email: Email | undefined;
}

/** What can be done with the email that is open; on a phone answers stand at the bottom. */
export function Toolbar(props: Props) {
  const phone = useLayout() === 'phone';
  return phone ? <PhoneBars {...props} /> : <DeskBar {...props} />;
}

function DeskBar({ id, email }: Props) {
  const say = useReadText();
  return (
    <div className={classes.bar} role="toolbar" aria-label={say('actions')}>
      <Answers id={id} />
      <span className={classes.line} />
      <Filing />
      {email && <More email={email} />}
      <Neighbours id={id} />
    </div>
  );
}

function PhoneBars({ id, email }: Props) {
  const say = useReadText();
  const sayApp = useAppText();
  const { box } = useList();
  return (
    <>
      <div className={classes.phoneTop} role="toolbar" aria-label={say('actions')}>
        <Link
          to="/$box"
          params={{ box: box.key }}
          search={({ q, show, order }) => ({ q, show, order })}
          className={classes.back}
          aria-label={sayApp('back')}
        >
          <IconChevronLeft size={24} stroke={1.75} aria-hidden />
        </Link>
        <Filing />
        {email && <More email={email} />}
      </div>
      <nav className={classes.phoneBottom} aria-label={say('reply')}>
        <Answers id={id} />
      </nav>
    </>
  );
}

function Answers({ id }: { id: Id }) {
  const say = useReadText();
  return (
    <>
      <ToolLink icon={IconArrowBackUp} label={say('reply')} search={{ reply: id }} />
      <ToolLink icon={IconArrowBackUpDouble} label={say('replyAll')} search={{ reply: id, all: true }} />
      <ToolLink icon={IconArrowForwardUp} label={say('forward')} search={{ forward: id }} />
    </>
  );
}

function Filing() {
  const say = useReadText();
  const { box } = useList();
  const targets = useTargets();
  const commands = useCommands();
  const remove = useDelete();
  const junk = box.role === 'junk';
  return (
    <>
      <Tool icon={IconArchive} label={say('archive')} onPress={() => void commands.archive(targets())} />
      <Tool
        icon={IconTrash}
        label={say(box.role === 'trash' ? 'deleteForGood' : 'trash')}
        onPress={() => remove(targets())}
      />
      <Tool
        icon={IconAlertOctagon}
        label={say(junk ? 'notJunk' : 'junk')}
        onPress={() => void (junk ? commands.notJunk(targets()) : commands.junk(targets()))}
      />
      <Tool icon={IconFolder} label={say('move')} onPress={() => askForFolder(targets())} />
    </>
  );
}
