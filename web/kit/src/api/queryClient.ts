// SPDX-License-Identifier: Apache-2.0
import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

/** What was refused is not asked again; what could not be reached is asked twice more. */
function again(failures: number, error: Error): boolean {
  return error instanceof Problem && error.unreachable && failures < 2;
}

export const queryClient = new QueryClient({
  // Asked even when the browser thinks that there is no network: only what fails can be said to have failed.
  defaultOptions: {
    queries: { staleTime: 10_000, retry: again, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
