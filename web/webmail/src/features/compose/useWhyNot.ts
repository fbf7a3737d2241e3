// SPDX-License-Identifier: Apache-2.0
import { Problem } from '@fumibako/kit/api';
import { useCallback } from 'react';
import { NotTaken } from './api/saveDraft';
import { useComposeText } from './text';

/** Why a message was not saved or not sent and what to do, as a sentence. */
export function useWhyNot(): (error: unknown) => string {
  const say = useComposeText();
  return useCallback(
    (error) => {
      if (error instanceof Problem && error.unreachable) {
        return say('whyUnreachable');
      } else if (!(error instanceof NotTaken)) {
        return say('whyOther');
      }
      switch (error.reason.type) {
        case 'forbiddenFrom':
        case 'forbiddenToSend':
        case 'forbiddenMailFrom':
          return say('whyForbidden');
        case 'invalidRecipients':
          return say('whyRecipients', { list: error.reason.invalidRecipients?.join(', ') ?? '' });
        case 'noRecipients':
          return say('noRecipient');
        case 'tooLarge':
          return say('whyTooLarge');
        case 'overQuota':
          return say('whyQuota');
        case 'blobNotFound':
          return say('whyBlob');
        default:
          return say('whyOther');
      }
    },
    [say],
  );
}
