/**
 * The files of the page on which returns are checked in the browser, for whoever serves them. They are built once, from
 * the sources beside this one, and must all be served from one folder (`/returns/`), whose path the page does not need to
 * know.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface PageFile {
  readonly type: string
  readonly body: Uint8Array
}

const html = `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Check a statutory return - Heartwood</title>
<link rel="stylesheet" href="page.css">
<link rel="icon" href="data:,">
</head>
<body>
<p class="home"><a href="/">Heartwood</a></p>
<div id="page"></div>
<noscript><p>This page reads your files on your own machine, which needs JavaScript.</p></noscript>
<script type="module" src="page.js"></script>
</body>
</html>
`

const script = 'text/javascript; charset=utf-8'
let built: Promise<ReadonlyMap<string, PageFile>> | undefined

/** By name (`index.html`, `page.js`, `page.css`, `worker.js`, `service-worker.js`): what to serve. */
export function returnsPageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  built ??= buildFiles()
  return built
}

async function buildFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const page = await bundled('page.tsx')
  const worker = await bundled('worker.ts')
  const css = readFileSync(new URL('page.css', import.meta.url))
  const encoded = new TextEncoder().encode(html)
  const version = createHash('sha256')
    .update(page)
    .update(worker)
    .update(css)
    .update(encoded)
    .digest('hex')
    .slice(0, 12)
  const names = ['./', 'page.js', 'page.css', 'worker.js']
  const keeper = await bundled('service-worker.ts', {
    pageFiles: JSON.stringify(names),
    pageVersion: JSON.stringify(version),
  })
  return new Map([
    ['index.html', { type: 'text/html; charset=utf-8', body: encoded }],
    ['page.js', { type: script, body: page }],
    ['page.css', { type: 'text/css; charset=utf-8', body: css }],
    ['worker.js', { type: script, body: worker }],
    ['service-worker.js', { type: script, body: keeper }],
  ])
}

async function bundled(entry: string, define: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'silent',
    define: { ...define },
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error(`esbuild made nothing of ${entry}`)
  return file.contents
}
