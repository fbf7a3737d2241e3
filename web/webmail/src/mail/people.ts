// SPDX-License-Identifier: Apache-2.0
import type { Address } from '../jmap';

/** The name, or the address where there is no name. */
export function displayName({ name, email }: Address): string {
  return name?.trim() || email;
}

/** `名前 <a@b.example>`, as one writes it. */
export function written(address: Address): string {
  const name = address.name?.trim();
  if (!name) {
    return address.email;
  }
  return /[",;<>@()[\]\\:]/.test(name)
    ? `"${name.replace(/(["\\])/g, '\\$1')}" <${address.email}>`
    : `${name} <${address.email}>`;
}
