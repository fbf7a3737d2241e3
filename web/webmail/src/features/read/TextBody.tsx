// SPDX-License-Identifier: Apache-2.0
import type { Email } from '../../jmap';
import { textOf } from '../../mail/plain';
import classes from './Message.module.css';
import { PlainText } from './PlainText';
import { useReadText } from './text';

/** The text of an email without formatting. */
export function TextBody({ email }: { email: Email }) {
  const say = useReadText();
  const { text, fromHtml, truncated, damaged } = textOf(email);
  return (
    <>
      {fromHtml && <p className={classes.hint}>{say('htmlAsText')}</p>}
      {damaged && <p className={classes.hint}>{say('badCharset')}</p>}
      {text.trim() === '' ? <p className={classes.hint}>{say('noText')}</p> : <PlainText text={text} />}
      {truncated && <p className={classes.hint}>{say('truncated')}</p>}
    </>
  );
}
