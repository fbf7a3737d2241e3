// SPDX-License-Identifier: Apache-2.0
import type { components } from '@fumibako/kit/api';

type Server = components['schemas']['ServerView'];
type Port = Server['ports'][number];

export const PROGRAMS = ['thunderbird', 'outlook', 'apple', 'iphone', 'android', 'gmail'] as const;
export type Program = (typeof PROGRAMS)[number];

/** The port for receiving, protected from its first octet where there is one. */
export function incoming(server: Server, service: 'imap' | 'pop3'): Port | undefined {
  const open = server.ports.filter((port) => port.service === service);
  return open.find((port) => port.security === 'tls') ?? open[0];
}

/** The port for sending: 587, as programs expect it. */
export function outgoing(server: Server): Port | undefined {
  const open = server.ports.filter((port) => port.service === 'submission');
  return open.find((port) => port.security === 'starttls') ?? open[0];
}

/** Where Apple's devices fetch the profile; without signing in, and without a password in it. */
export function profile(origin: string, address: string): string {
  return `${origin}/mail/apple.mobileconfig?emailaddress=${encodeURIComponent(address)}`;
}
