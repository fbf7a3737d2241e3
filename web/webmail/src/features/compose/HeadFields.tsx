// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, UnstyledButton } from '@fumibako/kit';
import { useId, useState } from 'react';
import type { Identity } from '../../jmap';
import { written } from '../../mail/people';
import classes from './Compose.module.css';
import type { Keeper } from './draft/keeper';
import type { Book } from './people/book';
import { RecipientField } from './people/RecipientField';
import { resigned } from './signature';
import { useComposeText } from './text';
import { useWriting } from './useKeeper';

interface Props {
  readonly keeper: Keeper;
  readonly identities: readonly Identity[];
  readonly book: Book | undefined;
  readonly wrong: string | undefined;
  /** One begins to write here and not in the text. */
  readonly startsHere: boolean;
}

/** From whom, to whom, about what. */
export function HeadFields({ keeper, identities, book, wrong, startsHere }: Props) {
  const say = useComposeText();
  const { content } = useWriting(keeper);
  const [bcc, setBcc] = useState(content.bcc.length > 0);
  const [first] = useState(startsHere);
  const subject = useId();
  return (
    <>
      <From keeper={keeper} identities={identities} />
      <RecipientField
        label={say('to')}
        value={content.to}
        onChange={(to) => keeper.change({ to })}
        book={book}
        error={wrong}
        autoFocus={first}
        aside={
          !bcc && (
            <UnstyledButton className={classes.add} onClick={() => setBcc(true)}>
              {say('addBcc')}
            </UnstyledButton>
          )
        }
      />
      <RecipientField label={say('cc')} value={content.cc} onChange={(cc) => keeper.change({ cc })} book={book} />
      {bcc && (
        <RecipientField
          label={say('bcc')}
          value={content.bcc}
          onChange={(value) => keeper.change({ bcc: value })}
          book={book}
          autoFocus={content.bcc.length === 0}
        />
      )}
      <div className={classes.line}>
        <label htmlFor={subject}>{say('subject')}</label>
        <input
          id={subject}
          className={classes.subject}
          value={content.subject}
          onChange={(event) => keeper.change({ subject: event.currentTarget.value })}
        />
      </div>
    </>
  );
}

function From({ keeper, identities }: { keeper: Keeper; identities: readonly Identity[] }) {
  const say = useComposeText();
  const { content } = useWriting(keeper);
  const id = useId();
  const choose = (chosen: string) => {
    const before = identities.find((each) => each.id === content.identity);
    const after = identities.find((each) => each.id === chosen);
    if (after) {
      keeper.change({ identity: after.id, ...resigned(content, before, after) });
    }
  };
  return (
    <div className={classes.line}>
      <label htmlFor={id}>{say('from')}</label>
      <NativeSelect
        id={id}
        variant="unstyled"
        data={identities.map(({ id: value, name, email }) => ({ value, label: written({ name, email }) }))}
        value={content.identity}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </div>
  );
}
