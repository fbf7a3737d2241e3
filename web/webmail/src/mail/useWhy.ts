// SPDX-License-Identifier: Apache-2.0
import { Problem } from '@fumibako/kit/api';
import { useCallback } from 'react';
import { ChangeRefused } from './calls/changeEmails';
import { useMailText } from './text';

/** Why a change of emails failed and what to do, as a sentence. */
export function useWhy(): (error: unknown) => string {
  const say = useMailText();
  return useCallback(
    (error) => {
      if (error instanceof Problem && error.unreachable) {
        return say('whyUnreachable');
      } else if (error instanceof ChangeRefused && error.message === 'notFound') {
        return say('whyGone');
      } else if (error instanceof ChangeRefused && error.message === 'overQuota') {
        return say('whyQuota');
      }
      return say('whyOther');
    },
    [say],
  );
}
