/** Keeps the page's own files, so that it works without a network after it has been opened once. Returns are never kept. */
declare const self: ServiceWorkerGlobalScope
/** Put in when the page is built: its files, and a name made from what is in them. */
declare const pageFiles: readonly string[]
declare const pageVersion: string

const cacheName = `returns-${pageVersion}`

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll([...pageFiles]))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const removeOld = caches
    .keys()
    .then((names) => names.filter((name) => name.startsWith('returns-') && name !== cacheName))
    .then((old) => Promise.all(old.map((name) => caches.delete(name))))
  event.waitUntil(removeOld.then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return
  event.respondWith(caches.match(event.request, { ignoreSearch: true }).then((kept) => kept ?? fetch(event.request)))
})

export {}
