// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, DrawerSection, ErrorAlert, FileButton, SideDrawer, Textarea, toasts } from '@fumibako/kit';
import { useMutation, useQueryClient } from '@fumibako/kit/api';
import { type FormEvent, useId, useState } from 'react';
import { importZone } from './api/importZone';
import { undoDns } from './api/undoDns';
import { useDnsText } from './text';

/** Reads records from a zone file, or from what was copied out of one. */
export default function ImportDrawer({ domain, onClose }: { domain: string; onClose: () => void }) {
  const say = useDnsText();
  const form = useId();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [replace, setReplace] = useState(false);
  const loading = useMutation({
    mutationFn: () => importZone(domain, text, replace),
    onSuccess: () => {
      const again = () => client.invalidateQueries();
      void again();
      onClose();
      toasts.show({ text: say('imported'), act: () => undoDns(domain).then(again) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') {
      loading.mutate();
    }
  };
  return (
    <SideDrawer
      title={say('importTitle')}
      note={domain}
      onClose={onClose}
      footer={
        <>
          <Button type="submit" form={form} loading={loading.isPending} disabled={text.trim() === ''}>
            {say('importRun')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit}>
        <ErrorAlert error={loading.error} />
        <DrawerSection>
          <FileButton accept=".zone,.txt,text/plain" onChange={(file) => void file?.text().then(setText)}>
            {(props) => (
              <Button variant="default" {...props}>
                {say('importFile')}
              </Button>
            )}
          </FileButton>
        </DrawerSection>
        <DrawerSection>
          <Textarea
            label={say('importText')}
            description={say('importHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            classNames={{ input: 'fb-mono' }}
            rows={12}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </DrawerSection>
        <DrawerSection>
          <Checkbox
            label={say('importReplace')}
            checked={replace}
            onChange={(event) => setReplace(event.currentTarget.checked)}
          />
        </DrawerSection>
      </form>
    </SideDrawer>
  );
}
