// SPDX-License-Identifier: Apache-2.0
import { IconPhoto, SkeletonRows, UnstyledButton } from '@fumibako/kit';
import { useQuery } from '@fumibako/kit/api';
import { useState, useSyncExternalStore } from 'react';
import type { Email } from '../../jmap';
import { getFacts, pageUrl } from './api/getFacts';
import { authenticationOf } from './authentication';
import classes from './HtmlBody.module.css';
import { MailFrame } from './MailFrame';
import { welcome } from './pictures';
import { TextBody } from './TextBody';
import { useReadText } from './text';

/** An email with formatting, in a frame of its own; pictures on the web wait until they are asked for. */
export function HtmlBody({ email }: { email: Email }) {
  const facts = useQuery({
    queryKey: ['facts', email.blobId],
    queryFn: () => getFacts(email.blobId),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [once, setOnce] = useState(false);
  const senders = useSyncExternalStore(welcome.subscribe, welcome.current);
  const sender = email.from?.[0]?.email.toLowerCase() ?? '';
  // Anybody can write a name into From: only who proves it is welcome for always.
  const verified = authenticationOf(email.headers).verdict === 'verified';
  const pictures = once || (verified && senders.has(sender));
  if (facts.isError) {
    return <TextBody email={email} />;
  } else if (!facts.data) {
    return <SkeletonRows rows={6} />;
  }
  return (
    <>
      {facts.data.remotePictures > 0 && !pictures && (
        <PicturesOff onOnce={() => setOnce(true)} onAlways={verified ? () => welcome.add(sender) : undefined} />
      )}
      <MailFrame src={pageUrl(email.blobId, pictures)} />
    </>
  );
}

function PicturesOff({ onOnce, onAlways }: { onOnce: () => void; onAlways: (() => void) | undefined }) {
  const say = useReadText();
  return (
    <div className={classes.strip}>
      <IconPhoto size={16} stroke={1.75} aria-hidden />
      <span className={classes.words}>{say('picturesOff')}</span>
      <UnstyledButton className={classes.button} onClick={onOnce}>
        {say('picturesOnce')}
      </UnstyledButton>
      {onAlways && (
        <UnstyledButton className={classes.button} onClick={onAlways}>
          {say('picturesAlways')}
        </UnstyledButton>
      )}
    </div>
  );
}
