// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useKitText } from '../i18n/kit';
import { CopyButton } from './CopyLine';
import classes from './Evidence.module.css';

interface Props {
  /** One line that is always visible: 根拠 エラーの記録 14通. */
  readonly summary: ReactNode;
  /** Three to five facts. */
  readonly facts?: readonly ReactNode[];
  /** Open for the cause, closed elsewhere. */
  readonly open?: boolean;
  /** Lines of a protocol or headers, one level deeper, to be copied. */
  readonly raw?: string;
  readonly children?: ReactNode;
}

/** What a statement rests on. */
export function Evidence({ summary, facts = [], open = false, raw, children }: Props) {
  const say = useKitText();
  return (
    <details className={classes.fold} open={open}>
      <summary>
        <span className={classes.word}>{say('evidence')}</span> {summary}
      </summary>
      <div className={classes.inside}>
        {facts.length > 0 && (
          <ul className={classes.facts}>
            {facts.map((fact, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: facts are not reordered
              <li key={at}>{fact}</li>
            ))}
          </ul>
        )}
        {children}
        {raw !== undefined && (
          <details className={classes.raw}>
            <summary>{say('rawRecord')}</summary>
            <pre className={classes.record}>{raw}</pre>
            <CopyButton value={raw} what={say('rawRecord')} />
          </details>
        )}
      </div>
    </details>
  );
}
