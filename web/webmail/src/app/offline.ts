// SPDX-License-Identifier: Apache-2.0

/** As public/sw.js names it. */
const SHELL = 'fumibako-shell';
const ALWAYS = ['/webmail/', '/scheme.js', '/favicon.svg', '/api/session', '/jmap/session'];

/** Lets the page open without a network from now on; without all this it works as well, but not then. */
export async function prepareOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) {
    return;
  }
  try {
    await navigator.serviceWorker.register('/webmail/sw.js', { scope: '/webmail/' });
    await navigator.serviceWorker.ready;
    const cache = await caches.open(SHELL);
    // What this page has loaded before the worker could see it.
    const loaded = performance
      .getEntriesByType('resource')
      .map((entry) => new URL(entry.name).pathname)
      .filter((path) => path.startsWith('/webmail/assets/'));
    await Promise.allSettled([...new Set([...ALWAYS, ...loaded])].map((path) => cache.add(path)));
  } catch {
    // Browsers refuse in private windows and on pages that are not secure.
  }
}
