// SPDX-License-Identifier: Apache-2.0
import { Button, ErrorAlert, fieldError, StateChip, Switch, useDraft } from '@fumibako/kit';
import { useMutation, useQuery } from '@fumibako/kit/api';
import { type FormEvent, useState } from 'react';
import { useUndoToast } from '../history/useUndoToast';
import { AutoReplyFields } from './AutoReplyFields';
import { getAutoReply } from './api/getAutoReply';
import { setAutoReply } from './api/setAutoReply';
import { editOf, type ReplyValues, valuesOf } from './autoReply';
import { Part } from './Part';
import classes from './settings.module.css';
import { useSettingsText } from './text';

/** 自動応答: on or off, when, and what is said. */
export default function AutoReplySettings({ address, drawer }: { address: string; drawer?: boolean }) {
  const say = useSettingsText();
  const done = useUndoToast();
  const [asked, setAsked] = useState(false);
  const reply = useQuery({ queryKey: ['auto-reply', address], queryFn: () => getAutoReply(address) });
  const { values, set, dirty, clear } = useDraft<ReplyValues>(`auto-reply ${address}`, valuesOf(reply.data));
  const saving = useMutation({
    mutationFn: () => setAutoReply(address, editOf(values)),
    onSuccess: ({ on, undo }) => {
      clear();
      setAsked(false);
      done(say(on ? 'replyOn' : 'replyOff', { address }), undo);
    },
  });
  const textMissing = values.on && values.text.trim() === '' && values.textEn.trim() === '';
  const backwards = values.from !== '' && values.until !== '' && values.until < values.from;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setAsked(true);
    if (!textMissing && !backwards) {
      saving.mutate();
    }
  };
  const waiting = reply.data?.on === true && !reply.data.answering;
  return (
    <Part
      title={say('autoReply')}
      drawer={drawer}
      aside={
        <span className={classes.switch}>
          {waiting && !dirty && <StateChip state="waiting">{say('replyWaiting')}</StateChip>}
          <Switch
            label={values.on ? say('on') : say('off')}
            labelPosition="left"
            aria-label={say('autoReply')}
            checked={values.on}
            disabled={reply.data === undefined}
            onChange={(event) => set({ on: event.currentTarget.checked })}
          />
        </span>
      }
    >
      <ErrorAlert error={reply.error ?? saving.error} />
      <form noValidate onSubmit={submit}>
        {values.on ? (
          <AutoReplyFields
            values={values}
            onChange={set}
            textError={fieldError(asked && textMissing && say('replyTextMissing'))}
            periodError={fieldError(backwards && say('replyBackwards'))}
          />
        ) : (
          <p className={classes.quiet}>{say('replyIsOff')}</p>
        )}
        {dirty && (
          <div className={classes.foot}>
            <Button type="submit" variant="default" loading={saving.isPending}>
              {say('saveReply')}
            </Button>
            <Button variant="subtle" color="gray" onClick={clear}>
              {say('cancel')}
            </Button>
          </div>
        )}
      </form>
    </Part>
  );
}
