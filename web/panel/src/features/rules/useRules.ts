// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery, useQueryClient } from '@fumibako/kit/api';
import { useUndoToast } from '../history/useUndoToast';
import { getRules } from './api/getRules';
import { setRules } from './api/setRules';
import type { Rule, Rules, Whose } from './rule';

export interface RulesChange {
  readonly rules: readonly Rule[];
  /** What was done, for the toast. */
  readonly said: string;
  readonly replace?: boolean;
}

/** The rules of somebody, and the way to change them: all at once, shown at once, with undo. */
export function useRules(whose: Whose) {
  const client = useQueryClient();
  const done = useUndoToast();
  const key = ['rules', whose.domain, whose.address ?? ''];
  const query = useQuery({ queryKey: key, queryFn: () => getRules(whose) });
  const saving = useMutation({
    mutationFn: ({ rules, replace = false }: RulesChange) =>
      setRules(whose, { rules: [...rules], revision: query.data?.revision ?? '', replace }),
    onMutate: ({ rules }) => {
      const before = client.getQueryData<Rules>(key);
      if (before !== undefined) {
        client.setQueryData<Rules>(key, { ...before, rules: [...rules] });
      }
      return before;
    },
    onError: (_, __, before) => client.setQueryData(key, before),
    onSuccess: (view, { said }) => {
      client.setQueryData(key, view);
      done(said, view.undo);
    },
  });
  return { view: query.data, error: query.error, reload: query.refetch, saving };
}
