// SPDX-License-Identifier: Apache-2.0
import { IconAlertTriangle, IconX, UnstyledButton } from '@fumibako/kit';
import type { Address } from '../../../jmap';
import { displayName } from '../../../mail/people';
import { isAddress } from '../addresses';
import { useComposeText } from '../text';
import type { Book } from './book';
import { lookAlike } from './lookAlike';
import classes from './Recipients.module.css';

interface Props {
  readonly value: readonly Address[];
  readonly book: Book | undefined;
  readonly onEdit: (address: Address) => void;
  readonly onRemove: (address: Address) => void;
}

/** One chip a recipient: pressed it becomes text again. Those one has never written to say so. */
export function Chips({ value, book, onEdit, onRemove }: Props) {
  const say = useComposeText();
  return value.map((address) => {
    const { kind, hint } = against(address, book, say);
    return (
      <span key={address.email} className={classes.chip} data-kind={kind} title={address.email}>
        {kind !== undefined && <IconAlertTriangle size={14} stroke={1.75} aria-hidden />}
        <UnstyledButton
          className={classes.name}
          onClick={() => onEdit(address)}
          aria-label={say('editRecipient', { name: displayName(address) })}
        >
          {displayName(address)}
          {hint && <span className={classes.hint}>{hint}</span>}
        </UnstyledButton>
        <UnstyledButton
          className={classes.remove}
          aria-label={say('removeRecipient', { name: displayName(address) })}
          onClick={() => onRemove(address)}
        >
          <IconX size={14} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </span>
    );
  });
}

/** What speaks against a recipient. */
function against(
  { email }: Address,
  book: Book | undefined,
  say: ReturnType<typeof useComposeText>,
): { readonly kind: 'wrong' | 'warn' | undefined; readonly hint?: string } {
  if (!isAddress(email)) {
    return { kind: 'wrong', hint: say('noAddress') };
  } else if (!book || book.has(email.toLowerCase())) {
    return { kind: undefined };
  }
  const like = lookAlike(email, book);
  return { kind: 'warn', hint: like === undefined ? say('firstTime') : say('likeShort', { like }) };
}
