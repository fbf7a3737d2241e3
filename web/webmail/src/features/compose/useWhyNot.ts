// SPDX-License-Identifier: Apache-2.0
import { Problem } from '@fumibako/kit/api';
import { NotSent } from './api/sendMessage';
import { useComposeText } from './text';

/** Why a message was not sent and what to do, as a sentence. */
export function useWhyNot(): (error: unknown) => string {
  const say = useComposeText();
  return (error) => {
    if (error instanceof Problem && error.unreachable) {
      return say('whyUnreachable');
    } else if (!(error instanceof NotSent)) {
      return say('whyOther');
    }
    switch (error.reason.type) {
      case 'forbiddenFrom':
      case 'forbiddenToSend':
      case 'forbiddenMailFrom':
        return say('whyForbidden');
      case 'invalidRecipients':
        return say('whyRecipients', { list: error.reason.invalidRecipients?.join(', ') ?? '' });
      case 'tooLarge':
        return say('whyTooLarge');
      case 'overQuota':
        return say('whyQuota');
      default:
        return say('whyOther');
    }
  };
}
