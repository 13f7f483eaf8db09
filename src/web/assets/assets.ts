/**
 * The style sheet, scripts and icons of every page: read once when the server starts, named by their content so that a
 * browser may keep them for good, and compressed once. No font is served, and nothing refers to a file that is not here.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

export type AssetName = 'heartwood.css' | 'heartwood.js'

/** What to answer. `cacheControl` and `vary` are headers; `encoding` is `Content-Encoding`, when it is compressed. */
export interface Asset {
  readonly body: Buffer
  readonly type: string
  readonly encoding: 'br' | undefined
  readonly cacheControl: string
  readonly vary: string
}

export interface Assets {
  /** The address for a page, such as `/assets/heartwood-1a2b3c4d5e.css`. */
  readonly assetUrl: (name: AssetName) => string
  /** What stands at an address, in the form that the request's `Accept-Encoding` allows; undefined when nothing does. */
  readonly assetFor: (path: string, acceptEncoding: string | undefined) => Asset | undefined
}

interface Stored {
  readonly type: string
  readonly plain: Buffer
  readonly compressed: Buffer
}

const types = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
} as const

type Extension = keyof typeof types

export const loadAssets = (): Assets => {
  const stored = new Map<string, Stored>()
  const add = (name: string, extension: Extension, text: string): string => {
    const plain = Buffer.from(text)
    const path = `/assets/${name}-${createHash('sha256').update(plain).digest('hex').slice(0, 10)}${extension}`
    // Quality 9 is a few per cent larger than 11 and keeps starting quick.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
    stored.set(path, { type: types[extension], plain, compressed: brotliCompressSync(plain, { params }) })
    return path
  }

  const urls: Record<AssetName, string> = {
    'heartwood.css': add('heartwood', '.css', styles(add)),
    'heartwood.js': add('heartwood', '.js', script(add)),
  }

  return {
    assetUrl: (name) => urls[name],
    assetFor: (path, acceptEncoding) => {
      const found = stored.get(path)
      if (!found) return undefined
      const isCompressed = /\bbr\b/.test(acceptEncoding ?? '')
      return {
        body: isCompressed ? found.compressed : found.plain,
        type: found.type,
        encoding: isCompressed ? 'br' : undefined,
        cacheControl: 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
      }
    },
  }
}

type Add = (name: string, extension: Extension, text: string) => string

const require = createRequire(import.meta.url)
const govukFolder = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist/govuk')
const mojFolder = join(dirname(require.resolve('@ministryofjustice/frontend/package.json')), 'moj')
const ownFolder = dirname(fileURLToPath(import.meta.url))
const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')

/**
 * One style sheet. GDS Transport may be used on gov.uk alone and the crest by the government alone, so both are taken
 * out; MoJ's icons are served from here.
 */
const styles = (add: Add): string => {
  const theirs = [read(govukFolder, 'govuk-frontend.min.css'), read(mojFolder, 'moj-frontend.min.css')]
    .join('\n')
    .replace(/@charset "UTF-8";/gi, '')
    .replace(/(\/\*![^*]*Margaret Calvert[^*]*\*\/)?@font-face\{[^}]*\}/g, '')
    .replace(/GDS Transport,/g, '')
    .replace(/[^{}]*\{[^{}]*govuk-crest[^{}]*\}/g, '')
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '')
    .replace(/url\(\/assets\/images\/([\w-]+)\.svg\)/g, (_whole, icon: string) => {
      return `url(${add(icon, '.svg', read(mojFolder, `assets/images/${icon}.svg`))})`
    })
  return `@charset "UTF-8";${theirs}\n${read(ownFolder, 'heartwood.css')}`
}

/** Our script, with the addresses of those it starts. */
const script = (add: Add): string => {
  const withoutMap = (text: string) => text.replace(/\/\/# sourceMappingURL=.*$/m, '')
  const addresses: Readonly<Record<string, string>> = {
    'govuk-frontend': add('govuk-frontend', '.js', withoutMap(read(govukFolder, 'govuk-frontend.min.js'))),
    'moj-frontend': add('moj-frontend', '.js', withoutMap(read(mojFolder, 'moj-frontend.min.js'))),
    drafts: add('drafts', '.js', read(ownFolder, 'drafts.js')),
  }
  return read(ownFolder, 'heartwood.js').replace(
    /'\.\/(govuk-frontend|moj-frontend|drafts)\.js'/g,
    (_whole, name: string) => `'${addresses[name]}'`,
  )
}
