// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  DrawerSection,
  ErrorAlert,
  fieldError,
  IconTrash,
  NativeSelect,
  SideDrawer,
  Textarea,
  TextInput,
  toasts,
  useDraft,
} from '@fumibako/kit';
import { useMutation, useQueryClient } from '@fumibako/kit/api';
import { type FormEvent, useId, useState } from 'react';
import { addRecord } from './api/addRecord';
import { changeRecord } from './api/changeRecord';
import { deleteRecord } from './api/deleteRecord';
import { undoDns } from './api/undoDns';
import classes from './dns.module.css';
import { type DnsRecord, hasPriority, TYPES } from './record';
import { useDnsText } from './text';

interface Props {
  readonly domain: string;
  /** Absent when it is about to be added. */
  readonly record: DnsRecord | undefined;
  readonly onClose: () => void;
}

function wholeNumber(text: string): number | null {
  const digits = text.normalize('NFKC').trim();
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

/** One own record. */
export default function RecordDrawer({ domain, record, onClose }: Props) {
  const say = useDnsText();
  const form = useId();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const { values, set, clear } = useDraft(`record ${domain} ${record?.id ?? 'new'}`, {
    name: record?.name ?? '',
    type: record?.type ?? 'A',
    content: record?.content ?? '',
    ttl: record ? String(record.ttlSeconds) : '',
    priority: String(record?.priority ?? 10),
  });
  const edit = {
    name: values.name.trim() || '@',
    type: values.type,
    content: values.content.trim(),
    ttlSeconds: wholeNumber(values.ttl),
    priority: hasPriority(values.type) ? wholeNumber(values.priority) : null,
  };
  const finish = (text: string) => {
    clear();
    onClose();
    const again = () => client.invalidateQueries();
    void again();
    toasts.show({ text, act: () => undoDns(domain).then(again) });
  };
  const names = { host: edit.name, type: edit.type };
  const saving = useMutation({
    mutationFn: () => (record?.id ? changeRecord(domain, record.id, edit) : addRecord(domain, edit)),
    onSuccess: () => finish(say('saved', names)),
  });
  const removing = useMutation({
    mutationFn: (id: number) => deleteRecord(domain, id),
    onSuccess: () => finish(say('removed', names)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (edit.content !== '') {
      saving.mutate();
    }
  };
  const id = record?.id;

  return (
    <SideDrawer
      title={record ? `${record.name} ${record.type}` : say('newTitle')}
      note={record?.host ?? domain}
      onClose={onClose}
      footer={
        <>
          <Button type="submit" form={form} loading={saving.isPending}>
            {say(record ? 'save' : 'create')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <span className={classes.spacer} />
          {id && (
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
              aria-label={say('removeLabel', names)}
              loading={removing.isPending}
              onClick={() => removing.mutate(id)}
            >
              {say('remove')}
            </Button>
          )}
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit}>
        <ErrorAlert error={saving.error ?? removing.error} />
        <DrawerSection>
          <TextInput
            label={say('host')}
            description={say('hostHint', { domain })}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            value={values.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
        </DrawerSection>
        <DrawerSection>
          <NativeSelect
            label={say('type')}
            data={[...TYPES]}
            value={values.type}
            onChange={(event) => set({ type: event.currentTarget.value })}
          />
        </DrawerSection>
        <DrawerSection>
          <Textarea
            label={say('content')}
            classNames={{ input: 'fb-mono' }}
            rows={3}
            spellCheck={false}
            value={values.content}
            onChange={(event) => set({ content: event.currentTarget.value })}
            error={fieldError(asked && edit.content === '' && say('contentMissing'))}
          />
        </DrawerSection>
        {hasPriority(values.type) && (
          <DrawerSection>
            <TextInput
              label={say('priority')}
              inputMode="numeric"
              value={values.priority}
              onChange={(event) => set({ priority: event.currentTarget.value })}
            />
          </DrawerSection>
        )}
        <DrawerSection>
          <TextInput
            label={say('ttl')}
            description={say('ttlHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            inputMode="numeric"
            value={values.ttl}
            onChange={(event) => set({ ttl: event.currentTarget.value })}
          />
        </DrawerSection>
      </form>
    </SideDrawer>
  );
}
