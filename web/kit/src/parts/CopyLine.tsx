// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useKitText } from '../i18n/kit';
import classes from './CopyLine.module.css';

/** A button that copies `value`; `what` names it for those who hear the page. */
export function CopyButton({ value, what, label }: { value: string; what: string; label?: string }) {
  const say = useKitText();
  const clipboard = useClipboard({ timeout: 2000 });
  const words = clipboard.copied ? say('copied') : (label ?? say('copy'));
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={clipboard.copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      onClick={() => clipboard.copy(value)}
      aria-label={clipboard.copied ? words : say('copyThis', { what })}
    >
      <span aria-live="polite">{words}</span>
    </Button>
  );
}

/** A name, its value in type of equal width, and a button to copy it: host names, records, addresses. */
export function CopyLine({ label, value, note }: { label: string; value: string; note?: string }) {
  return (
    <div className={classes.line}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>
        <span>
          <code className="fb-mono">{value}</code>
          {note && <span className={classes.note}>{note}</span>}
        </span>
        <CopyButton value={value} what={label} />
      </dd>
    </div>
  );
}
