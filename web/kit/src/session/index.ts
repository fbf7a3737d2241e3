// SPDX-License-Identifier: Apache-2.0
export { signOut } from './api/signOut';
export { SessionGate } from './SessionGate';
export { SESSION_KEY, type Session, useSession } from './session';
