// SPDX-License-Identifier: Apache-2.0
import { CopyButton, ErrorAlert, Modal, SkeletonRows } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import type { Email } from '../../jmap';
import { useStore } from '../../mail/context';
import { getSource } from './api/getSource';
import { authenticationOf } from './authentication';
import classes from './SourceDialog.module.css';
import { useReadText } from './text';

interface Props {
  readonly email: Email;
  readonly what: 'source' | 'headers';
  readonly onClose: () => void;
}

/** Characters that are shown; a message may have 50 million. */
const MOST = 200_000;

/** The message as it lies on disk, or its head. */
export default function SourceDialog({ email, what, onClose }: Props) {
  const say = useReadText();
  const store = useStore();
  const { data, error } = useQuery({
    queryKey: ['source', email.blobId],
    queryFn: () => getSource(store, email.blobId),
  });
  const whole = data ?? '';
  const text = what === 'headers' ? (whole.split(/\r?\n\r?\n/, 1)[0] ?? '') : whole;
  const { checks } = authenticationOf(email.headers);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={say(what === 'headers' ? 'headersTitle' : 'sourceTitle')}
      closeButtonProps={{ 'aria-label': say('close') }}
      transitionProps={{ duration: 120 }}
    >
      <ErrorAlert error={error} />
      {checks.length > 0 && (
        <p className="fb-hint">
          {say('checks')} {checks.map(([check, result]) => `${check}=${result}`).join(', ')}
        </p>
      )}
      {data === undefined && !error && <SkeletonRows rows={6} />}
      {data !== undefined && (
        <>
          <CopyButton value={text} what={say(what === 'headers' ? 'headersTitle' : 'sourceTitle')} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
          <pre className={classes.source} tabIndex={0}>
            {text.slice(0, MOST)}
          </pre>
          {text.length > MOST && <p className="fb-hint">{say('sourceCut')}</p>}
        </>
      )}
    </Modal>
  );
}
