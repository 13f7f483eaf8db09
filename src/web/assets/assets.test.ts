import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadAssets } from './assets.ts'

const { assetUrl, assetFor } = loadAssets()
const textAt = (path: string) => assetFor(path, undefined)?.body.toString('utf8') ?? ''
const css = textAt(assetUrl('heartwood.css'))
const js = textAt(assetUrl('heartwood.js'))

test('addresses change with the content, so browsers may keep them for good', () => {
  expect(assetUrl('heartwood.css')).toMatch(/^\/assets\/heartwood-[0-9a-f]{10}\.css$/)
  expect(assetFor(assetUrl('heartwood.css'), 'br')?.cacheControl).toBe('public, max-age=31536000, immutable')
})

test('what is compressed is the same, and is given only to who asks', () => {
  const compressed = assetFor(assetUrl('heartwood.css'), 'gzip, deflate, br, zstd')
  expect(compressed?.encoding).toBe('br')
  expect(brotliDecompressSync(compressed?.body ?? Buffer.alloc(0)).toString('utf8')).toBe(css)
  expect(assetFor(assetUrl('heartwood.css'), 'gzip')?.encoding).toBeUndefined()
})

test('nothing refers to a file that is not served', () => {
  const addresses = [
    ...[...css.matchAll(/url\(([^)]*)\)/g)].map(([, url]) => url ?? ''),
    ...[...js.matchAll(/(?:from|import) '([^']*)'/g)].map(([, url]) => url ?? ''),
  ]
  expect(addresses.length).toBeGreaterThan(2)
  for (const address of addresses) expect(assetFor(address, undefined), address).toBeDefined()
  expect(css + js).not.toContain('sourceMappingURL')
})

test('neither the font nor the crest of the government is used', () => {
  for (const name of ['GDS Transport', '@font-face', 'govuk-crest', 'Calvert'])
    expect(css.includes(name), name).toBe(false)
})

test('an address that is not ours is not found', () => {
  expect(assetFor('/assets/../package.json', 'br')).toBeUndefined()
})
