// SPDX-License-Identifier: Apache-2.0

/** How many addresses are offered again. */
const KEPT = 3;

const key = (domain: string) => `doctor.recent.${domain}`;

/** What was examined lately in this browser, the latest first; local parts. */
export function recentAddresses(domain: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(domain)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberAddress(domain: string, localPart: string): void {
  const others = recentAddresses(domain).filter((one) => one !== localPart);
  try {
    localStorage.setItem(key(domain), JSON.stringify([localPart, ...others].slice(0, KEPT)));
  } catch {
    // A browser that keeps nothing offers nothing again.
  }
}
