// SPDX-License-Identifier: Apache-2.0
import { toasts } from '@fumibako/kit';
import { useMutation, useQueryClient } from '@fumibako/kit/api';

/** A change of the restriction, and the call that takes it back. */
export interface Change {
  readonly make: () => Promise<unknown>;
  readonly back: () => Promise<unknown>;
  readonly text: string;
}

/** Makes a change, shows everything anew, and offers the way back. */
export function useChange(domain: string) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ['country', domain] });
  return useMutation({
    mutationFn: (change: Change) => change.make(),
    onSuccess: async (_, change) => {
      await again();
      toasts.show({ text: change.text, act: () => change.back().then(again) });
    },
  });
}
