// SPDX-License-Identifier: Apache-2.0
import { IconPlus } from '@tabler/icons-react';
import { number } from '../format';
import { useKitText } from '../i18n/kit';
import { CopyButton } from './CopyLine';
import classes from './RecordTerms.module.css';

/** One word of a DNS record and what it says. */
export interface Term {
  readonly text: string;
  readonly meaning: string;
  /** Queries it costs; absent where that is no question (DMARC, DKIM). */
  readonly lookups?: number;
  /** Whether the change that is being made adds it. */
  readonly added?: boolean;
}

/** A record as it stands in DNS, and below it term by term. */
export function RecordTerms({ terms, separator = ' ' }: { terms: readonly Term[]; separator?: string }) {
  const say = useKitText();
  const counted = terms.some((term) => term.lookups !== undefined);
  const record = terms.map((term) => term.text).join(separator);
  return (
    <>
      <p className={classes.record}>
        {terms.map((term, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a record may say a term twice
          <span key={at}>
            {at > 0 && separator}
            {term.added ? <mark>{term.text}</mark> : term.text}
          </span>
        ))}
      </p>
      <div className={classes.under}>
        {terms.some((term) => term.added) && (
          <span className={classes.added}>
            <IconPlus size={14} aria-hidden />
            {say('addedPart')}
          </span>
        )}
        <span className={classes.copy}>
          <CopyButton value={record} what={say('copyRecord')} label={say('copyRecord')} />
        </span>
      </div>
      <table className={classes.terms}>
        <thead>
          <tr>
            <th>{say('term')}</th>
            <th>{say('meaning')}</th>
            {counted && <th className={classes.right}>{say('lookups')}</th>}
          </tr>
        </thead>
        <tbody>
          {terms.map((term, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a record may say a term twice
            <tr key={at} data-added={term.added || undefined}>
              <td className="fb-mono">{term.text}</td>
              <td>{term.meaning}</td>
              {counted && <td className={classes.right}>{number(term.lookups ?? 0)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
