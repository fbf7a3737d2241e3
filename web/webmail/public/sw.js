// SPDX-License-Identifier: Apache-2.0
// Opens webmail without a network: the page and its files, and who was signed in. The mail itself is kept by the page (src/jmap/memory.ts).
const SHELL = 'fumibako-shell';
const PAGE = '/webmail/';

/** Messages with formatting that are kept. */
const MOST_PAGES = 100;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.add(PAGE))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === 'navigate' && url.pathname.startsWith(PAGE)) {
    event.respondWith(fresh(request, PAGE));
  } else if (url.pathname.startsWith('/webmail/assets/') || url.pathname === '/scheme.js') {
    event.respondWith(kept(request));
  } else if (url.pathname === '/api/session' || url.pathname === '/jmap/session') {
    event.respondWith(fresh(request, url.pathname));
  } else if (/^\/api\/mail\/[^/]+\/(page|facts)$/.test(url.pathname)) {
    event.respondWith(fresh(request, url.pathname + url.search, MOST_PAGES));
  }
});

/** From the network, and kept; what was kept when there is no network. */
async function fresh(request, key, most) {
  const cache = await caches.open(most ? `${SHELL}-messages` : SHELL);
  try {
    const response = await fetch(request);
    if (response.ok) {
      await cache.put(key, response.clone());
      if (most) {
        const known = await cache.keys();
        await Promise.all(known.slice(0, Math.max(0, known.length - most)).map((old) => cache.delete(old)));
      }
    }
    return response;
  } catch (unreachable) {
    const found = await cache.match(key);
    if (found) {
      return found;
    }
    throw unreachable;
  }
}

/** A file whose name changes with its content: what is kept is right. */
async function kept(request) {
  const cache = await caches.open(SHELL);
  const found = await cache.match(request);
  if (found) {
    return found;
  }
  const response = await fetch(request);
  if (response.ok) {
    await cache.put(request, response.clone());
  }
  return response;
}
