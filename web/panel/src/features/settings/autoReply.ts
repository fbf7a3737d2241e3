// SPDX-License-Identifier: Apache-2.0
import type { components } from '@fumibako/kit/api';
import { beginOf, dayOf, endOf, lastDayBefore } from './days';

export type AutoReply = components['schemas']['AutoReplyView'];

/** An automatic reply as the form has it; days are those of Japan. */
export interface ReplyValues {
  readonly on: boolean;
  readonly from: string;
  readonly until: string;
  readonly subject: string;
  readonly text: string;
  readonly subjectEn: string;
  readonly textEn: string;
}

export function valuesOf(reply: AutoReply | undefined): ReplyValues {
  return {
    on: reply?.on ?? false,
    from: dayOf(reply?.begins ?? null),
    until: lastDayBefore(reply?.ends ?? null),
    subject: reply?.japanese?.subject ?? '',
    text: reply?.japanese?.text ?? '',
    subjectEn: reply?.english?.subject ?? '',
    textEn: reply?.english?.text ?? '',
  };
}

export function editOf(values: ReplyValues): components['schemas']['AutoReplyEdit'] {
  const wording = (subject: string, text: string) => (text.trim() === '' ? null : { subject, text });
  return {
    on: values.on,
    begins: beginOf(values.from),
    ends: endOf(values.until),
    japanese: wording(values.subject, values.text),
    english: wording(values.subjectEn, values.textEn),
  };
}
