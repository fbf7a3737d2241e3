// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  Button,
  IconSend,
  IconX,
  NativeSelect,
  Textarea,
  TextInput,
  toasts,
  useNavigate,
  useSearch,
} from '@fumibako/kit';
import { useMutation } from '@fumibako/kit/api';
import { type FormEvent, useEffect, useState } from 'react';
import type { Identity } from '../../jmap';
import { useStore } from '../../mail/context';
import { written } from '../../mail/people';
import { useList } from '../list/ListProvider';
import { readAddresses } from './addresses';
import { sendMessage } from './api/sendMessage';
import classes from './Compose.module.css';
import type { Draft } from './draft';
import { useComposeText } from './text';
import { useWhyNot } from './useWhyNot';

interface Values {
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly text: string;
}

export function ComposeForm({ start, identities }: { start: Draft; identities: readonly Identity[] }) {
  const say = useComposeText();
  const why = useWhyNot();
  const store = useStore();
  const { reply, forward, draft } = useSearch({ strict: false });
  const close = useClose();
  const [wrong, setWrong] = useState<string>();
  const [values, setValues] = useState<Values>(() => ({
    from: identities[0]?.id ?? '',
    to: start.to.map(written).join(', '),
    cc: start.cc.map(written).join(', '),
    subject: start.subject,
    text: start.text,
  }));
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }));
  const identity = identities.find((each) => each.id === values.from);

  const sending = useMutation({
    mutationFn: async (message: Draft) => {
      if (identity) {
        await sendMessage(store, message, identity);
        if (draft) {
          await store.destroy([draft]);
        }
      }
    },
    onSuccess: () => {
      toasts.show({ text: say('sent') });
      close();
    },
    onError: (error) => toasts.show({ text: say('notSent', { why: why(error) }) }),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const to = readAddresses(values.to);
    const cc = readAddresses(values.cc);
    const text = to.wrong ?? cc.wrong;
    const problem = text !== undefined ? say('badRecipient', { text }) : undefined;
    const none = to.addresses.length + cc.addresses.length === 0 ? say('noRecipient') : undefined;
    setWrong(problem ?? none);
    if (!problem && !none) {
      const message = { ...start, to: to.addresses, cc: cc.addresses, subject: values.subject, text: values.text };
      sending.mutate(message);
    }
  };

  const title = say(reply ? 'reply' : forward ? 'forward' : draft ? 'draft' : 'newMessage');
  useEffect(() => {
    document.title = `${title} | Fumibako`;
  }, [title]);
  return (
    <form className={classes.pane} onSubmit={submit} noValidate>
      <div className={classes.bar}>
        <h1>{title}</h1>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={say('close')} onClick={close}>
          <IconX size={20} stroke={1.75} />
        </ActionIcon>
      </div>
      <div className={classes.form}>
        <NativeSelect
          label={say('from')}
          data={identities.map(({ id, name, email }) => ({ value: id, label: written({ name, email }) }))}
          value={values.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          label={say('to')}
          description={say('recipientsHint')}
          autoFocus={values.to === ''}
          value={values.to}
          error={wrong}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        <TextInput label={say('cc')} value={values.cc} onChange={(event) => set({ cc: event.currentTarget.value })} />
        <TextInput
          label={say('subject')}
          value={values.subject}
          onChange={(event) => set({ subject: event.currentTarget.value })}
        />
        <Textarea
          label={say('body')}
          autosize
          minRows={12}
          autoFocus={values.to !== ''}
          value={values.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
      </div>
      <div className={classes.foot}>
        <Button
          type="submit"
          size="md"
          loading={sending.isPending}
          leftSection={<IconSend size={16} stroke={1.75} aria-hidden />}
        >
          {say('send')}
        </Button>
      </div>
    </form>
  );
}

/** Back to the email that is answered, or to the list. */
function useClose(): () => void {
  const navigate = useNavigate();
  const { box } = useList();
  const { reply, forward, q, show, order } = useSearch({ strict: false });
  const email = reply ?? forward;
  return () => {
    if (email) {
      void navigate({ to: '/$box/$email', params: { box: box.key, email }, search: { q, show, order } });
    } else {
      void navigate({ to: '/$box', params: { box: box.key }, search: { q, show, order } });
    }
  };
}
