// SPDX-License-Identifier: Apache-2.0
import { Button, Card, ChoiceCards, CopyLine, ErrorAlert, PageHead, SkeletonRows, useParams } from '@fumibako/kit';
import type { components } from '@fumibako/kit/api';
import { useState } from 'react';
import { getDmarc } from './api/getDmarc';
import { setDmarc } from './api/setDmarc';
import classes from './mailauth.module.css';
import { useMailAuthText } from './text';
import { useSetting } from './useSetting';

type Policy = components['schemas']['DmarcPolicy'];

/** DMARC設定: what others shall do with forged mail. */
export function DmarcPage() {
  const say = useMailAuthText();
  const { domain } = useParams({ from: '/panel/$domain/dmarc' });
  const [policy, setPolicy] = useState<Policy>();
  const names: Record<Policy, string> = {
    none: say('dmarcNone'),
    quarantine: say('dmarcQuarantine'),
    reject: say('dmarcReject'),
  };
  const { view, error, reload, set, busy } = useSetting({
    key: ['dmarc', domain],
    read: () => getDmarc(domain),
    write: (edit: { policy: Policy }) => setDmarc(domain, edit),
    back: (before) => ({ policy: before.policy }),
    done: (edit) => say('dmarcSaved', { domain, choice: names[edit.policy] }),
  });
  const chosen = policy ?? view?.policy;

  return (
    <>
      <PageHead title={say('dmarcTitle')} lead={say('dmarcLead', { domain })} />
      <ErrorAlert error={error} onRetry={() => void reload()} />
      <div className={classes.column}>
        <Card title={say('dmarcCard')} padded>
          <p className="fb-prose">{say('dmarcExplain')}</p>
          {!chosen || !view ? (
            !error && <SkeletonRows rows={3} />
          ) : (
            <>
              <ChoiceCards
                label={say('dmarcCard')}
                value={chosen}
                onChange={setPolicy}
                choices={[
                  { value: 'none', title: names.none, code: 'p=none', text: say('dmarcNoneHint') },
                  {
                    value: 'quarantine',
                    title: names.quarantine,
                    code: 'p=quarantine',
                    text: say('dmarcQuarantineHint'),
                  },
                  { value: 'reject', title: names.reject, code: 'p=reject', text: say('dmarcRejectHint') },
                ]}
              />
              <div className={classes.foot}>
                <Button
                  loading={busy}
                  disabled={chosen === view.policy && view.record !== ''}
                  onClick={() => set({ policy: chosen }, { onSuccess: () => setPolicy(undefined) })}
                >
                  {say('dmarcSave')}
                </Button>
                <span className={classes.note}>{say('now', { choice: names[view.policy] })}</span>
              </div>
            </>
          )}
        </Card>
        {view && (
          <Card title={say('dmarcRecord')}>
            {view.record === '' ? (
              <p className={`fb-prose ${classes.empty}`}>{say('dmarcNoRecord', { domain })}</p>
            ) : (
              <dl className={classes.lines}>
                <CopyLine label={say('host')} value={`_dmarc.${domain}`} />
                <CopyLine label={say('record')} value={view.record} />
              </dl>
            )}
          </Card>
        )}
      </div>
    </>
  );
}
