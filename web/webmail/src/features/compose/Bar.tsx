// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, IconX, useFormats } from '@fumibako/kit';
import classes from './Compose.module.css';
import type { Keeper } from './draft/keeper';
import { useComposeText } from './text';
import { useWriting } from './useKeeper';

/** What is being done, and where it is kept. */
export function Bar({ title, keeper, onClose }: { title: string; keeper: Keeper; onClose: () => void }) {
  const say = useComposeText();
  return (
    <div className={classes.bar}>
      <h1>{title}</h1>
      <Kept keeper={keeper} />
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={say('close')} onClick={onClose}>
        <IconX size={20} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}

function Kept({ keeper }: { keeper: Keeper }) {
  const say = useComposeText();
  const formats = useFormats();
  const { where, savedAt } = useWriting(keeper);
  const time = savedAt === undefined ? '' : formats.shortTime(new Date(savedAt).toISOString()).replace(/^[^\d]+/, '');
  const text = where === 'here' ? say('savedHere') : where === 'saved' ? say('savedAt', { time }) : '';
  return (
    <>
      <span className={classes.kept} data-where={where}>
        {where === 'saving' || where === 'changed' ? say('saving') : text}
      </span>
      {/* Said once when it is so, not at every save. */}
      <span role="status" className={classes.unseen}>
        {where === 'here' ? say('savedHere') : ''}
      </span>
    </>
  );
}
