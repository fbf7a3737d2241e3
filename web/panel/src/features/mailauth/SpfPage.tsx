// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Card,
  ErrorAlert,
  fieldError,
  PageHead,
  RecordTerms,
  SegmentedControl,
  SkeletonRows,
  Textarea,
  useParams,
} from '@fumibako/kit';
import type { components } from '@fumibako/kit/api';
import { useState } from 'react';
import { getSpf } from './api/getSpf';
import { setSpf } from './api/setSpf';
import classes from './mailauth.module.css';
import { spfTerms, withGmail } from './spfTerms';
import { useMailAuthText } from './text';
import { useSetting } from './useSetting';
import { useSpfCost } from './useSpfCost';

type Edit = components['schemas']['SpfEdit'];

const hints = { standard: 'spfStandardHint', gmail: 'spfGmailHint', custom: 'spfCustomHint' } as const;

/** SPF設定: three choices, and the record term by term. */
export function SpfPage() {
  const say = useMailAuthText();
  const { domain } = useParams({ from: '/panel/$domain/spf' });
  const [edit, setEdit] = useState<Edit>();
  const [asked, setAsked] = useState(false);
  const { view, error, reload, set, busy } = useSetting({
    key: ['spf', domain],
    read: () => getSpf(domain),
    write: (next: Edit) => setSpf(domain, next),
    back: (before) => ({ choice: before.choice, record: before.choice === 'custom' ? before.record : null }),
    done: () => say('spfSaved', { domain }),
  });
  const chosen = edit ?? (view && { choice: view.choice, record: view.record });
  const custom = chosen?.choice === 'custom';
  const fault = custom && !/^v=spf1(\s|$)/i.test(chosen.record ?? '');
  const save = () => {
    setAsked(true);
    if (chosen && !fault) {
      set(
        { choice: chosen.choice, record: custom ? (chosen.record ?? null) : null },
        { onSuccess: () => setEdit(undefined) },
      );
    }
  };
  const plain = spfTerms(custom ? (chosen?.record ?? '') : (view?.record ?? ''), say);
  const cost = useSpfCost(domain, chosen?.choice === 'gmail' ? withGmail(plain, say) : plain);

  return (
    <>
      <PageHead title={say('spfTitle')} lead={say('spfLead', { domain })} />
      <ErrorAlert error={error} onRetry={() => void reload()} />
      <div className={classes.column}>
        <Card title={say('spfCard')} padded>
          {!chosen || !view ? (
            !error && <SkeletonRows rows={3} />
          ) : (
            <>
              <SegmentedControl
                className={classes.choices}
                aria-label={say('spfChoice')}
                value={chosen.choice}
                onChange={(choice) => setEdit({ choice: choice as Edit['choice'], record: chosen.record ?? null })}
                data={[
                  { value: 'standard', label: say('spfStandard') },
                  { value: 'gmail', label: say('spfGmail') },
                  { value: 'custom', label: say('spfCustom') },
                ]}
              />
              <p className="fb-prose">{say(hints[chosen.choice])}</p>
              {custom && (
                <Textarea
                  label={say('spfRecord')}
                  classNames={{ input: 'fb-mono' }}
                  autosize
                  minRows={2}
                  mb={16}
                  value={chosen.record ?? ''}
                  onChange={(event) => setEdit({ choice: 'custom', record: event.currentTarget.value })}
                  error={fieldError(asked && fault && say('spfRecordMissing'))}
                />
              )}
              {cost.terms.length > 0 ? (
                <RecordTerms terms={cost.terms} />
              ) : (
                <p className="fb-prose">{say('spfNone', { domain })}</p>
              )}
              {cost.lookups !== undefined && (
                <p className={classes.note}>
                  {say(cost.lookups > cost.limit ? 'spfTooMany' : 'spfLookups', {
                    lookups: cost.lookups,
                    limit: cost.limit,
                  })}
                </p>
              )}
              <div className={classes.foot}>
                <Button onClick={save} loading={busy} disabled={edit === undefined}>
                  {say('spfSave')}
                </Button>
                <span className={classes.note}>{say('published')}</span>
              </div>
            </>
          )}
        </Card>
      </div>
    </>
  );
}
