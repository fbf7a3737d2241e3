// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Checkbox, IconSend, IconTrash, useFormats } from '@fumibako/kit';
import { usePrefs } from '../../app/prefs';
import classes from './Compose.module.css';
import { attached } from './content';
import type { Keeper } from './draft/keeper';
import { LaterButton } from './later/LaterButton';
import { useComposeText } from './text';
import { useWriting } from './useKeeper';

interface Props {
  readonly keeper: Keeper;
  readonly busy: boolean;
  readonly most: number;
  readonly onLater: (at: Date) => void;
  readonly onDiscard: () => void;
}

export function Foot({ keeper, busy, most, onLater, onDiscard }: Props) {
  const say = useComposeText();
  const formats = useFormats();
  const { undoSeconds } = usePrefs();
  const { content } = useWriting(keeper);
  const size = attached(content);
  return (
    <div className={classes.foot}>
      <Button type="submit" size="md" loading={busy} leftSection={<IconSend size={16} stroke={1.75} aria-hidden />}>
        {say('send')}
      </Button>
      <LaterButton disabled={busy} onSend={onLater} />
      {undoSeconds > 0 && <span className={classes.hint}>{say('undoHint', { count: undoSeconds })}</span>}
      <Checkbox
        className={classes.receipt}
        size="xs"
        label={say('receipt')}
        checked={content.receipt}
        onChange={(event) => keeper.change({ receipt: event.currentTarget.checked })}
      />
      {size > 0 && (
        <span className={classes.total}>{say('total', { size: formats.size(size), most: formats.size(most) })}</span>
      )}
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={say('discard')} onClick={onDiscard}>
        <IconTrash size={18} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}
