// SPDX-License-Identifier: Apache-2.0
import {
  Card,
  CopyLine,
  ErrorAlert,
  PageHead,
  SkeletonRows,
  StateChip,
  Switch,
  useFormats,
  useParams,
} from '@fumibako/kit';
import { getDkim } from './api/getDkim';
import { setDkim } from './api/setDkim';
import classes from './mailauth.module.css';
import { useMailAuthText } from './text';
import { useSetting } from './useSetting';

/** DKIM設定: whether mail is signed, and the keys that prove it. */
export function DkimPage() {
  const say = useMailAuthText();
  const formats = useFormats();
  const { domain } = useParams({ from: '/panel/$domain/dkim' });
  const { view, error, reload, set, busy } = useSetting({
    key: ['dkim', domain],
    read: () => getDkim(domain),
    write: (edit: { signs: boolean }) => setDkim(domain, edit),
    back: (before) => ({ signs: before.signs }),
    done: (edit) => say(edit.signs ? 'dkimSavedOn' : 'dkimSavedOff', { domain }),
  });
  return (
    <>
      <PageHead
        title={say('dkimTitle')}
        lead={view && say(view.signs ? 'dkimLeadOn' : 'dkimLeadOff', { domain })}
        status={
          view && <StateChip state={view.signs ? 'ok' : 'warn'}>{say(view.signs ? 'dkimOn' : 'dkimOff')}</StateChip>
        }
      />
      <ErrorAlert error={error} onRetry={() => void reload()} />
      <div className={classes.column}>
        <Card title={say('dkimCard')} padded>
          <p className="fb-prose">{say('dkimExplain')}</p>
          {view ? (
            <Switch
              label={say('dkimSwitch', { domain })}
              checked={view.signs}
              disabled={busy}
              onChange={(event) => set({ signs: event.currentTarget.checked })}
            />
          ) : (
            !error && <SkeletonRows rows={1} />
          )}
        </Card>
        {view && (
          <Card title={say('keys')} note={say('keysNote')}>
            {view.keys.length === 0 && <p className={`fb-prose ${classes.empty}`}>{say('keysNone')}</p>}
            {view.keys.map((key) => (
              <section key={key.selector} className={classes.key} aria-label={key.selector}>
                <h3>
                  {key.algorithm}{' '}
                  <span className={classes.note}>{say('made', { date: formats.date(key.created) })}</span>
                </h3>
                <dl className={classes.lines}>
                  <CopyLine label={say('host')} value={key.host} />
                  <CopyLine label={say('record')} value={key.record} />
                </dl>
              </section>
            ))}
          </Card>
        )}
      </div>
    </>
  );
}
