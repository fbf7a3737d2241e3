// SPDX-License-Identifier: Apache-2.0
import {
  Anchor,
  Button,
  DrawerSection,
  ErrorAlert,
  FileButton,
  IconDownload,
  Note,
  SideDrawer,
  StateChip,
} from '@fumibako/kit';
import { type components, useMutation } from '@fumibako/kit/api';
import { useState } from 'react';
import { useUndoToast } from '../history/useUndoToast';
import classes from './accounts.module.css';
import { importAccounts } from './api/importAccounts';
import { useAccountsText } from './text';

/** What the first line of a table says. */
const HEADING = 'address,name,quota_mb,password';

type Row = components['schemas']['ImportedRow'];

/** CSV: all accounts out, many accounts in; what is wrong is said of each row before anything is added. */
export default function ImportDrawer({ domain, onClose }: { domain: string; onClose: () => void }) {
  const say = useAccountsText();
  const done = useUndoToast();
  const [csv, setCsv] = useState<string>();
  const looking = useMutation({ mutationFn: (text: string) => importAccounts(domain, text, true) });
  const adding = useMutation({
    mutationFn: (text: string) => importAccounts(domain, text, false),
    onSuccess: ({ added, undo }) => {
      onClose();
      done(say('imported', { count: added }), undo);
    },
  });
  const rows = looking.data?.items;
  const faults = rows?.filter((row) => row.code !== null) ?? [];
  const choose = (file: File | null) => {
    if (file !== null) {
      void file.text().then((text) => {
        setCsv(text);
        looking.mutate(text);
      });
    }
  };
  const ready = csv !== undefined && rows !== undefined && rows.length > 0 && faults.length === 0;
  return (
    <SideDrawer
      title={say('csvTitle')}
      note={domain}
      onClose={onClose}
      footer={
        <>
          <Button disabled={!ready} loading={adding.isPending} onClick={() => csv !== undefined && adding.mutate(csv)}>
            {say('importNow', { count: rows?.length ?? 0 })}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
        </>
      }
    >
      <ErrorAlert error={looking.error ?? adding.error} />
      <DrawerSection title={say('export')}>
        <p className={classes.memo}>{say('exportHint')}</p>
        <Anchor href={`/api/domains/${encodeURIComponent(domain)}/accounts.csv`} download>
          <IconDownload size={16} stroke={1.75} aria-hidden /> {say('download')}
        </Anchor>
      </DrawerSection>
      <DrawerSection title={say('import')}>
        <p className={classes.memo}>{say('importHint')}</p>
        <code className="fb-mono">{HEADING}</code>
        <div className={classes.bar}>
          <FileButton accept=".csv,text/csv" onChange={choose}>
            {(props) => (
              <Button {...props} variant="default" loading={looking.isPending}>
                {say('chooseFile')}
              </Button>
            )}
          </FileButton>
        </div>
        {rows !== undefined && (
          <div className={classes.bar} role="status">
            <Note kind={faults.length === 0 ? 'ok' : 'warn'}>
              {faults.length === 0
                ? say('rowsFine', { count: rows.length })
                : say('rowsWrong', { count: faults.length, total: rows.length })}
            </Note>
            <ul className={classes.importRows}>
              {rows.map((row) => (
                <ImportRow key={row.line} row={row} />
              ))}
            </ul>
          </div>
        )}
      </DrawerSection>
    </SideDrawer>
  );
}

function ImportRow({ row }: { row: Row }) {
  const say = useAccountsText();
  return (
    <li>
      <div>
        {say('rowLine', { line: row.line })} <b>{row.address}</b>
      </div>
      {row.message === null ? (
        <StateChip state="ok">{say('rowFine')}</StateChip>
      ) : (
        <StateChip state="warn">{row.message}</StateChip>
      )}
    </li>
  );
}
