// SPDX-License-Identifier: Apache-2.0
import type { components } from '@fumibako/kit/api';

export type Scope = components['schemas']['TokenScope'];

export const SCOPES: readonly Scope[] = [
  'accounts-read',
  'accounts-write',
  'dns-read',
  'dns-write',
  'sending-read',
  'sending-write',
];
