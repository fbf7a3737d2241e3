// SPDX-License-Identifier: Apache-2.0
import { toasts } from '@fumibako/kit';
import { useMutation, useQuery, useQueryClient } from '@fumibako/kit/api';

interface Setting<View, Edit> {
  readonly key: readonly string[];
  readonly read: () => Promise<View>;
  readonly write: (edit: Edit) => Promise<View>;
  /** What to write to have it as it was. */
  readonly back: (view: View) => Edit;
  readonly done: (edit: Edit) => string;
}

/** One setting of a domain: read, set, and set back from the toast. */
export function useSetting<View, Edit>({ key, read, write, back, done }: Setting<View, Edit>) {
  const client = useQueryClient();
  const query = useQuery({ queryKey: key, queryFn: read });
  const setting = useMutation({
    mutationFn: write,
    onSuccess: (after, edit) => {
      const before = query.data;
      client.setQueryData(key, after);
      void client.invalidateQueries({ predicate: (other) => other.queryKey[0] !== key[0] });
      toasts.show({
        text: done(edit),
        ...(before !== undefined && {
          act: async () => client.setQueryData(key, await write(back(before))),
        }),
      });
    },
  });
  return {
    view: query.data,
    error: query.error ?? setting.error,
    reload: query.refetch,
    set: setting.mutate,
    busy: setting.isPending,
  };
}
