// SPDX-License-Identifier: Apache-2.0
import { percent, useFormats } from '../format';
import { StateIcon } from './StateChip';
import classes from './UsageBar.module.css';

/** From here a bar is ochre, and from there vermilion. */
const WARN = 0.8;
const ATTENTION = 0.95;

function level(share: number): 'calm' | 'warn' | 'attention' {
  if (share >= ATTENTION) {
    return 'attention';
  }
  return share >= WARN ? 'warn' : 'calm';
}

interface Props {
  /** What is measured, for those who hear the page: the address, ディスク. */
  readonly label: string;
  /** Used and allowed, in the same unit. */
  readonly used: number;
  readonly allowed: number;
  /** The words under the bar; used and allowed in megabytes when absent, nothing when empty. */
  readonly text?: string;
  /** On a phone the percent always stands beside the bar. */
  readonly beside?: boolean;
}

/** Indigo to 79 %, ochre with percent from 80, vermilion with percent and icon from 95. */
export function UsageBar({ label, used, allowed, text, beside = false }: Props) {
  const formats = useFormats();
  const share = allowed > 0 ? Math.min(1, used / allowed) : 0;
  const words = text ?? formats.usage(used, allowed);
  const at = level(share);
  const figure = (at !== 'calm' || beside) && (
    <span className={classes.percent} data-level={at}>
      {at === 'attention' && <StateIcon state="attention" size={14} />}
      {at === 'warn' && beside && <StateIcon state="warn" size={14} />}
      {percent(share)}
    </span>
  );
  return (
    <div className={classes.root}>
      <div className={classes.row}>
        {/* biome-ignore lint/a11y/useSemanticElements: a meter element cannot be drawn alike in all browsers */}
        <svg
          className={classes.bar}
          role="meter"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          aria-valuetext={words === '' ? percent(share) : words}
          preserveAspectRatio="none"
          viewBox="0 0 100 6"
        >
          <rect className={classes.fill} data-level={at} width={share * 100} height="6" />
        </svg>
        {beside && figure}
      </div>
      {(words !== '' || (figure && !beside)) && (
        <div className={classes.words}>
          <span>{words}</span>
          {!beside && figure}
        </div>
      )}
    </div>
  );
}
