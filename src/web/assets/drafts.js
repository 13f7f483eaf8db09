// Nothing typed is lost: a form that is a draft is on the server within five seconds of the last key. Without a connection
// it stays on the page, sealed in this browser too, and is sent as soon as there is one. docs/decisions/0019-drafts.md
const idleMillis = 1000
const waitMillisMax = 3500
const retryMillis = 1500
const answerMillisMax = 4000
const keptMillisMax = 72 * 60 * 60 * 1000
const prefix = 'heartwood-draft '
// What a browser still sends for a page that is being closed.
const lastWordsBytesMax = 60_000

class NotSaved extends Error {}

const isOfSession = ({ type, status }) => type === 'opaqueredirect' || status === 401 || status === 403
const whyNot = (answer) => new NotSaved(isOfSession(answer) ? 'session' : 'heartwood')

async function post(to, body, more = {}) {
  const signal = AbortSignal.timeout(answerMillisMax)
  const answer = await fetch(to, { method: 'POST', body, redirect: 'manual', signal, ...more })
  if (answer.ok && answer.headers.get('content-type')?.includes('json')) return answer.json()
  throw whyNot(answer)
}

/** The token, the worker and the sealing keys of the session of now. */
async function askKeys() {
  const answer = await fetch('/drafts/keys', { redirect: 'manual', signal: AbortSignal.timeout(answerMillisMax) })
  if (answer.ok) return answer.json()
  throw whyNot(answer)
}

// Text that waits for a connection, readable with the key of its author's session alone.
const algorithm = 'AES-GCM'
const bytesOf = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0))
const textOf = (bytes) => btoa(Array.from(new Uint8Array(bytes), (one) => String.fromCharCode(one)).join(''))
const keyOf = ({ key }) => crypto.subtle.importKey('raw', bytesOf(key), algorithm, false, ['encrypt', 'decrypt'])

async function seal(known, text) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(
    { name: algorithm, iv },
    await keyOf(known),
    new TextEncoder().encode(text),
  )
  return { at: Date.now(), with: known.id, iv: textOf(iv), sealed: textOf(sealed) }
}

async function unseal(keys, { with: id, iv, sealed }) {
  const known = keys.find((one) => one.id === id)
  if (!known) return undefined
  const open = await crypto.subtle.decrypt({ name: algorithm, iv: bytesOf(iv) }, await keyOf(known), bytesOf(sealed))
  return new TextDecoder().decode(open)
}

const keptNames = () => Object.keys(localStorage).filter((name) => name.startsWith(prefix))
const wipe = () => {
  for (const name of keptNames()) localStorage.removeItem(name)
}

function wipeOld() {
  for (const name of keptNames())
    if (!(JSON.parse(localStorage.getItem(name)).at > Date.now() - keptMillisMax)) localStorage.removeItem(name)
}

/** Sends what a window that is gone could not; answers the drafts that were sent. */
async function sendKept() {
  const sent = []
  const { token, worker, keys } = await askKeys()
  for (const name of keptNames().filter((one) => one.startsWith(`${prefix}${worker} `))) {
    const kept = JSON.parse(localStorage.getItem(name))
    const body = new URLSearchParams(await unseal(keys, kept))
    // Its key has been destroyed: nobody can read it any more.
    if (body.size === 0) localStorage.removeItem(name)
    else {
      body.set('token', token)
      await post(body.get('draft-to'), body)
      localStorage.removeItem(name)
      sent.push(body.get('key'))
    }
  }
  return sent
}

function watch(form) {
  const owner = form.dataset.draft
  const field = (name) => form.elements.namedItem(name)
  const key = field('key').value
  const page = field('draft-page').value
  const keptAs = `${prefix}${owner} ${key} ${page}`
  const [saidSaved, saidWaiting] = ['saved', 'waits'].map((one) => form.querySelector(`[data-draft-${one}]`))
  let typed = 0
  let saved = 0
  let stamp = 0
  let since = 0
  let timer
  let sending
  let known
  let isGone = false

  const say = (element, text, link) => {
    if (element.dataset.said === text) return
    element.dataset.said = text
    element.textContent = text
    if (link) {
      const anchor = Object.assign(document.createElement('a'), { className: 'govuk-link', ...link })
      element.append(' ', anchor)
    }
  }
  const waits = {
    connection: ['Not saved yet: no connection. Kept on this page.'],
    heartwood: ['Not saved yet: Heartwood cannot save at the moment. Kept on this page.'],
    session: [
      'Not saved yet: you have been signed out. Kept on this page.',
      { href: '/sign-in', target: '_blank', rel: 'opener', textContent: 'Sign in again in a new tab' },
    ],
    other: ['Not saved yet: somebody else is signed in here. Kept on this page.'],
  }

  /** Why the last attempt could not save. */
  let why

  function read() {
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'))
    const controls = [...form.elements].filter((one) => one.name && one.type !== 'file').map((one) => one.name)
    for (const one of new Set(controls)) body.append('draft-controls', one)
    body.set('do', 'keep')
    body.set('draft-stamp', ++stamp)
    body.set('draft-to', form.action)
    return body
  }

  /** Once more where the server was started again or its author has signed in again since the form was drawn. */
  async function send(body) {
    try {
      return await post(form.action, body)
    } catch (error) {
      if (!(error instanceof NotSaved) || error.message !== 'session') throw error
      known = await askKeys()
      if (String(known.worker) !== owner) throw new NotSaved('other')
      for (const one of document.querySelectorAll('input[name="token"]')) one.value = known.token
      body.set('token', known.token)
      return post(form.action, body)
    }
  }

  async function attempt() {
    const upTo = typed
    const body = read()
    try {
      const { at, version, merge } = await send(body)
      saved = upTo
      localStorage.removeItem(keptAs)
      say(saidSaved, `Saved at ${at}.`)
      saidSaved.hidden = false
      if (merge)
        say(saidWaiting, 'You also changed this in another window. Both versions are kept.', {
          href: merge,
          textContent: 'Put them together',
        })
      else say(saidWaiting, '')
      if (version) arrived(version)
    } catch (error) {
      why = error instanceof NotSaved ? error.message : 'connection'
      say(saidWaiting, ...waits[why])
      saidSaved.hidden = true
      if (known && crypto.subtle) {
        const sealed = await seal(known.keys[0], body.toString())
        if (saved < upTo) localStorage.setItem(keptAs, JSON.stringify(sealed))
      }
    }
  }

  // A window that is opened again at this address finds the draft.
  function arrived(version) {
    field('draft-version').value = version
    const here = new URL(location.href)
    here.searchParams.set('draft', key)
    here.searchParams.set('section', field('section').value)
    history.replaceState(history.state, '', here)
  }

  const isWaiting = () => saved < typed

  async function save() {
    clearTimeout(timer)
    while (sending) await sending
    if (!isWaiting()) return
    since = 0
    sending = attempt().finally(() => {
      sending = undefined
      if (isWaiting() && !isGone) timer = setTimeout(save, retryMillis)
    })
    await sending
  }

  function changed() {
    typed++
    since ||= Date.now()
    if (sending) return
    clearTimeout(timer)
    timer = setTimeout(save, Math.max(0, Math.min(idleMillis, since + waitMillisMax - Date.now())))
  }

  form.addEventListener('input', changed)
  form.addEventListener('change', changed)
  addEventListener('online', save)
  addEventListener('pagehide', () => {
    if (!isWaiting() || isGone) return
    const body = read()
    // Too long for the last words of a page: it was on its way already, every few seconds.
    if (body.toString().length < lastWordsBytesMax) post(form.action, body, { keepalive: true }).catch(() => {})
  })
  form.addEventListener('submit', async (event) => {
    if (isGone || (!isWaiting() && !sending)) return
    event.preventDefault()
    await save()
    // Without a session the form may go: the server asks who is there, and keeps it meanwhile.
    if (isWaiting() && why !== 'session') return
    isGone = true
    form.requestSubmit(event.submitter)
  })
  // Drawn from the browser's memory, it would go on from a version that is no more.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
  askKeys().then(
    (keys) => {
      known = keys
    },
    () => {},
  )
  return { key, isWaiting, save, hasTyped: () => typed > 0 }
}

const form = document.querySelector('form[data-draft]')
const watched = form && watch(form)
const signOut = document.querySelector('form[action="/sign-out"]')
wipeOld()

signOut?.addEventListener('submit', async (event) => {
  if (watched?.isWaiting()) {
    event.preventDefault()
    await watched.save()
    // What cannot be saved is not thrown away unasked: the page says why it waits.
    if (watched.isWaiting()) return
    signOut.submit()
  }
  wipe()
})

function sayKept() {
  const box = Object.assign(document.createElement('div'), { className: 'govuk-inset-text', role: 'status' })
  const link = { className: 'govuk-link', href: '/drafts', textContent: 'your drafts' }
  box.append(
    'What you typed without a connection has been saved. It is among ',
    Object.assign(document.createElement('a'), link),
    '.',
  )
  document.querySelector('main')?.prepend(box)
}

if (signOut && keptNames().length > 0) {
  sendKept().then(
    (sent) => {
      if (sent.length === 0) return
      const here = new URL(location.href)
      const isOfThisForm = watched && sent.includes(here.searchParams.get('draft')) && !watched.hasTyped()
      if (isOfThisForm) location.reload()
      else sayKept()
    },
    () => {},
  )
}
