// SPDX-License-Identifier: Apache-2.0
import { toasts, useErrorText, useNavigate } from '@fumibako/kit';
import { useMutation } from '@fumibako/kit/api';
import type { Email } from '../../jmap';
import { useList } from '../list/ListProvider';
import { leaveList } from './api/leaveList';
import classes from './Message.module.css';
import { useReadText } from './text';
import { leavingOf } from './unsubscribing';

/** The way out of a mailing list: one click where the list takes that, else its page, else a message to it. */
export function LeaveList({ email }: { email: Email }) {
  const say = useReadText();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const { box } = useList();
  const going = useMutation({
    mutationFn: () => leaveList(email.blobId),
    onSuccess: () => toasts.show({ text: say('unsubscribed') }),
    onError: (error) => toasts.show({ text: errorText(error) }),
  });
  const leaving = leavingOf(email.headers);
  if (!leaving || box.role === 'junk') {
    return null;
  }
  const { page, mail, oneClick } = leaving;
  const press = () => {
    if (oneClick) {
      going.mutate();
    } else if (mail) {
      void navigate({ to: '/$box/compose', params: { box: box.key }, search: mail });
    }
  };
  return (
    <p className={classes.leave}>
      {going.isSuccess ? say('unsubscribed') : say('isList')}{' '}
      {!going.isSuccess &&
        (page && !oneClick ? (
          <a href={page} target="_blank" rel="noopener noreferrer nofollow">
            {say('unsubscribe')}
          </a>
        ) : (
          <button type="button" disabled={going.isPending} onClick={press}>
            {say('unsubscribe')}
          </button>
        ))}
    </p>
  );
}
