// SPDX-License-Identifier: Apache-2.0
export { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
export { answer, api, rememberCsrf } from './client';
export { connection } from './connection';
export { Problem } from './problem';
export { queryClient } from './queryClient';
export type { components } from './schema';
