// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea, TextInput } from '@fumibako/kit';
import { type ReactNode, useState } from 'react';
import type { ReplyValues } from './autoReply';
import classes from './settings.module.css';
import { useSettingsText } from './text';

interface Props {
  readonly values: ReplyValues;
  readonly onChange: (change: Partial<ReplyValues>) => void;
  readonly textError: ReactNode;
  readonly periodError: ReactNode;
}

/** When and what; English is there for those who want it. */
export function AutoReplyFields({ values, onChange, textError, periodError }: Props) {
  const say = useSettingsText();
  const [english, setEnglish] = useState(false);
  const both = english || values.textEn !== '';
  return (
    <div className={classes.fields}>
      <div className={classes.period}>
        <TextInput
          type="date"
          label={say('replyFrom')}
          value={values.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={say('replyUntil')}
          value={values.until}
          onChange={(event) => onChange({ until: event.currentTarget.value })}
          error={periodError}
        />
      </div>
      <p className={classes.hint}>{say('replyPeriodHint')}</p>
      <TextInput
        label={say('replySubject')}
        description={say('replySubjectHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={values.subject}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={say('replyText')}
        autosize
        minRows={3}
        maxRows={12}
        value={values.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        error={textError}
      />
      {both ? (
        <>
          <TextInput
            label={say('replySubjectEn')}
            value={values.subjectEn}
            onChange={(event) => onChange({ subjectEn: event.currentTarget.value })}
          />
          <Textarea
            label={say('replyTextEn')}
            description={say('replyTextEnHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            autosize
            minRows={3}
            maxRows={12}
            value={values.textEn}
            onChange={(event) => onChange({ textEn: event.currentTarget.value })}
          />
        </>
      ) : (
        <Button variant="subtle" size="compact-sm" onClick={() => setEnglish(true)}>
          {say('replyEnglish')}
        </Button>
      )}
      <p className={classes.hint}>{say('replyHint')}</p>
    </div>
  );
}
