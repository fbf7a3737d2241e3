// SPDX-License-Identifier: Apache-2.0

/** A name that nothing else has. Also without a secure context, where `crypto.randomUUID` is not there. */
export function unique(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}
