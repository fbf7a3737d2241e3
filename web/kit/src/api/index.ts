// SPDX-License-Identifier: Apache-2.0
export { type UseQueryResult, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
export { answer, api } from './client';
export { connection } from './connection';
export { Problem } from './problem';
export { queryClient } from './queryClient';
export { changeHeaders, reach, rememberCsrf } from './reach';
export type { components } from './schema';
