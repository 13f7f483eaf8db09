/**
 * TypeScript to one JavaScript bundle with a chunk for each command, by esbuild, only when a source has changed.
 *
 * A build is kept under a name made from its sources and is never changed, so that a running server finds its chunks
 * though another was built meanwhile.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

const buildsKept = 4

const editions = {
  product: {
    folders: ['src', 'data'],
    // The second is run by threads: a module of its own.
    entries: () => ['src/cli/main.ts', 'src/city/thread.ts'],
    // Bundled, the packages load in a third of the time. pg-native is an option of pg that we do not use.
    packages: { external: ['pg-native', 'esbuild'] },
  },
  workshop: {
    folders: ['src', 'data', 'bench', 'prove', 'test'],
    entries: (root) => ['src/cli/workshop.ts', ...programsIn(root, 'bench'), ...programsIn(root, 'prove')],
    packages: { packages: 'external' },
  },
}

/** Every file directly in `bench/` and `prove/` is a program; what they share is in folders below. */
function programsIn(root, folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`)
}

/** Answers the folder of the build and in it the file that exports `main(args, folder)`. */
export async function build(root, edition, say) {
  const { folders, entries, packages } = editions[edition]
  const builds = join(root, '.heartwood', 'build')
  const folder = join(builds, `${edition}-${fingerprint(root, ['bin/build.mjs', 'package-lock.json', ...folders])}`)
  const main = join(folder, entries(root)[0].replace(/\.ts$/, '.js'))
  if (!existsSync(main)) {
    const began = performance.now()
    const unfinished = `${folder}.${process.pid}`
    await bundle(root, unfinished, entries(root), packages)
    rmSync(folder, { recursive: true, force: true })
    renameSync(unfinished, folder)
    removeOld(builds, edition)
    say(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  return { main, folder }
}

/** Names, sizes and times of change of all sources. Reading them all would take longer than building does. */
function fingerprint(root, paths) {
  const hash = createHash('sha256').update(root)
  const add = (path) => {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${relative(root, path)}:${size}:${mtimeMs}\n`)
  }
  for (const full of paths.map((path) => join(root, path)).filter((path) => existsSync(path))) {
    if (!statSync(full).isDirectory()) add(full)
    else {
      for (const entry of readdirSync(full, { withFileTypes: true, recursive: true })) {
        if (entry.isFile() && !/\.(test\.tsx?|md)$/.test(entry.name))
          add(join(entry.parentPath ?? entry.path, entry.name))
      }
    }
  }
  return hash.digest('hex').slice(0, 16)
}

async function bundle(root, outdir, entryPoints, packages) {
  const esbuild = await import('esbuild')
  mkdirSync(outdir, { recursive: true })
  await esbuild.build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    outbase: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'error',
    legalComments: 'none',
    loader: { '.csv': 'text', '.sql': 'text' },
    // Packages written as CommonJS ask for `require`.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; globalThis.require ??= requireOf(import.meta.url);",
    },
    plugins: [placeOfSource(root)],
    ...packages,
  })
  // Its own process, which would wait for more work as long as we live.
  await esbuild.stop()
}

/** In a source, `import.meta.url` is the place of that source, so that a data file beside it is found from the bundle too. */
const placeOfSource = (root) => ({
  name: 'place-of-source',
  setup(builder) {
    const ours = new RegExp(
      `^${root.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[\\\\/](src|bench|prove|test)[\\\\/].*\\.tsx?$`,
    )
    builder.onLoad({ filter: ours }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      if (!text.includes('import.meta.url')) return undefined
      const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
    })
  },
})

/** The newest few stay, for servers still running on them. */
function removeOld(builds, edition) {
  const all = readdirSync(builds)
    .filter((name) => name.startsWith(`${edition}-`))
    .map((name) => ({ name, at: statSync(join(builds, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  for (const { name } of all.slice(buildsKept)) rmSync(join(builds, name), { recursive: true, force: true })
}
