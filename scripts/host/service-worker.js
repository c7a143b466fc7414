/*
 * Keeps the page for times without a network. `version`, `files` and `needed` are written above this by scripts/build-sw.ts; a version
 * is one build, whole, so that a page never meets parts of another. It waits until the pages of the version before it are
 * closed (no skipWaiting): they may still load parts that only the older one keeps.
 */

// Caches belong to the origin, which may hold several copies of the page under different paths.
const scope = new URL(self.registration.scope);
const mine = `rank-under-noise ${scope.href} `;
const kept = new Set(files);
/** A page is waited for this long, in ms, before the kept one is shown: lecture halls have slow networks. */
const patience = 3000;

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));

async function keep() {
  const cache = await caches.open(mine + version);
  await cache.addAll(needed.map(asked));
  // A part that a blocker, a proxy or a host with gaps holds back is no reason to keep nothing.
  const parts = files.filter((file) => !needed.includes(file));
  await Promise.allSettled(parts.map((file) => cache.add(asked(file))));
}

/** Names of assets hold a hash of what is in them; all else is asked for anew, lest an old copy be kept as new. */
function asked(file) {
  return new Request(new URL(file, scope), { cache: file.startsWith('assets/') ? 'default' : 'no-cache' });
}

async function tidy() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(mine) && name !== mine + version).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return;
  const file = pathname.slice(scope.pathname.length);
  if (file === '' || file === 'index.html') event.respondWith(page(request));
  else if (kept.has(file)) event.respondWith(part(event, file));
  else if (file.startsWith('assets/')) event.respondWith(otherPart(request));
});

/** From the cache, or where it could not be kept from the network, and then kept after all. */
async function part(event, file) {
  const known = await fromCache(file);
  if (known) return known;
  const response = await fetch(event.request);
  const copy = response.status === 200 ? response.clone() : null;
  if (copy) event.waitUntil(caches.open(mine + version).then((cache) => cache.put(new URL(file, scope), copy)));
  return response;
}

/**
 * A part of another build, which an open page still needs: from the network, or, where its host has only the newest build, from
 * whichever version has kept it. Its name holds a hash of what is in it, so that it is never another part.
 */
async function otherPart(request) {
  const answer = fetch(request);
  const response = await answer.catch(() => null);
  if (response?.ok) return response;
  const names = await caches.keys();
  const found = await Promise.all(
    names.filter((name) => name.startsWith(mine)).map(async (name) => (await caches.open(name)).match(request.url)),
  );
  return found.find(Boolean) ?? answer;
}

async function fromCache(file) {
  const cache = await caches.open(mine + version);
  return cache.match(new URL(file, scope));
}

/** The newest page where the network has it in time, else the kept one: it asks only for parts that are kept with it. */
async function page(request) {
  const fresh = fetch(request);
  const inTime = new Promise((_, reject) => {
    setTimeout(reject, patience, new Error('the network is slow'));
  });
  try {
    const response = await Promise.race([fresh, inTime]);
    if (response.status < 500) return response;
  } catch {
    // No network, or one that is as good as none.
  }
  return (await fromCache('./')) ?? fresh;
}
