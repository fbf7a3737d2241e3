// SPDX-License-Identifier: Apache-2.0
import { toasts } from '@fumibako/kit';
import { useMutation, useQueryClient } from '@fumibako/kit/api';
import { cancelQueued } from './api/cancelQueued';
import { holdQueued } from './api/holdQueued';
import { releaseQueued } from './api/releaseQueued';
import { retryQueued } from './api/retryQueued';
import { useQueueText } from './text';

const calls = { retry: retryQueued, hold: holdQueued, release: releaseQueued, cancel: cancelQueued } as const;

export type Steering = keyof typeof calls;

/** What takes it back; what is missing cannot be taken back. */
const back: Partial<Record<Steering, Steering>> = { hold: 'release', release: 'hold' };

const said = { retry: 'retried', hold: 'held_', release: 'released', cancel: 'cancelled' } as const;

/** Steers one message, says so, and offers the way back where there is one. */
export function useSteering(message: string, recipient: string, onDone: (what: Steering) => void) {
  const say = useQueueText();
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ['queue'] });
  return useMutation({
    mutationFn: (what: Steering) => calls[what](message),
    onSuccess: (_, what) => {
      void again();
      onDone(what);
      const undo = back[what];
      toasts.show({
        text: say(said[what], { recipient }),
        ...(undo !== undefined && { act: () => calls[undo](message).then(again) }),
      });
    },
  });
}
