// SPDX-License-Identifier: Apache-2.0
import { EmptyState, ErrorAlert, IconPencil, Link, SkeletonRows, useLayout, useSearch } from '@fumibako/kit';
import { useAppText } from '../../app/text';
import { NothingFound } from '../search/NothingFound';
import { useSearchText } from '../search/text';
import { Dialogs } from './Dialogs';
import { FolderNote } from './FolderNote';
import { ListHead } from './ListHead';
import classes from './ListPane.module.css';
import { useList } from './ListProvider';
import { Narrowing } from './Narrowing';
import { Rows } from './Rows';
import { type useListText as Text, useListText } from './text';
import { useKeys } from './useKeys';

/** The list of a box. `covered` on a phone while something is open over it. */
export function ListPane({ covered }: { covered: boolean }) {
  const say = useListText();
  const phone = useLayout() === 'phone';
  const { box } = useList();
  useKeys();
  // On a phone nothing else is there: the list is what the page is about.
  const Pane = phone && !covered ? 'main' : 'section';
  return (
    <Pane className={classes.pane} data-covered={covered || undefined} aria-label={say('list')} data-pane="list">
      <ListHead main={!covered} />
      <Narrowing />
      <FolderNote />
      <Content />
      <Dialogs />
      {phone && <ComposeButton box={box.key} />}
    </Pane>
  );
}

function Content() {
  const say = useListText();
  const sayPrompt = useSearchText();
  const { box, standing, listing } = useList();
  const { show, q } = useSearch({ strict: false });
  if (box.role === 'search' && !q) {
    return <EmptyState text={sayPrompt('hint')} />;
  } else if (standing.error) {
    return (
      <div className={classes.note}>
        <ErrorAlert error={standing.error} onRetry={() => listing.reset()} />
      </div>
    );
  } else if (standing.total === 0 && q) {
    return <NothingFound text={q} />;
  } else if (standing.total === 0) {
    return <EmptyState text={say(show ? 'emptyNarrow' : emptyText(box.role))} />;
  }
  return (
    <>
      {standing.total === undefined && (
        <div className={classes.note}>
          <SkeletonRows rows={8} />
        </div>
      )}
      <Rows />
    </>
  );
}

function emptyText(role: string | undefined): Parameters<ReturnType<typeof Text>>[0] {
  switch (role) {
    case 'inbox':
      return 'emptyInbox';
    case 'drafts':
      return 'emptyDrafts';
    case 'trash':
      return 'emptyTrash';
    case 'junk':
      return 'emptyJunk';
    default:
      return 'empty';
  }
}

function ComposeButton({ box }: { box: string }) {
  const say = useAppText();
  return (
    <Link to="/$box/compose" params={{ box }} className={classes.write} aria-label={say('compose')}>
      <IconPencil size={24} stroke={1.75} aria-hidden />
    </Link>
  );
}
