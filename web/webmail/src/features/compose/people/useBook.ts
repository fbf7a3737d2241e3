// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@fumibako/kit/api';
import { useMemo } from 'react';
import type { Identity } from '../../../jmap';
import { useStore } from '../../../mail/context';
import { findPeople } from '../api/findPeople';
import { type Book, bookOf } from './book';

/** The people of past letters; undefined until they are known. */
export function useBook(identities: readonly Identity[]): Book | undefined {
  const store = useStore();
  const letters = useQuery({
    queryKey: ['people'],
    queryFn: () => findPeople(store),
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  });
  return useMemo(
    () =>
      letters.data &&
      bookOf(
        letters.data,
        identities.map(({ email }) => email),
      ),
    [letters.data, identities],
  );
}
