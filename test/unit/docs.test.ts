/** What the documents point to is there. */
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const documents = globSync(['*.md', 'docs/**/*.md', 'data/**/*.md', 'src/**/*.md'], { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
)

/** Links of the text, code apart: `[words](address)` and pictures. */
const linksIn = (text: string): string[] =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address!)

/** Where a heading is linked to, as the usual readers of Markdown have it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
const anchorsOf = (text: string): string[] => [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading!))

function isThere(document: string, address: string): boolean {
  const [path = '', anchor] = address.split('#')
  const file = path === '' ? join(root, document) : join(root, dirname(document), decodeURIComponent(path))
  if (!existsSync(file)) return false
  return anchor === undefined || anchorsOf(readFileSync(file, 'utf8')).includes(anchor)
}

test('documents are found', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/architecture.md', 'data/README.md']))
})

test.each(documents)('every link of %s leads somewhere', (document) => {
  const own = linksIn(read(document)).filter((address) => !/^[a-z]+:/.test(address))
  expect(own.filter((address) => !isThere(document, address))).toEqual([])
})

describe('the tree', () => {
  /** Path by path, from the indentation. */
  const listed: string[] = []
  const above: string[] = []
  for (const line of (/```\n([\s\S]*?)```/.exec(read('docs/architecture.md'))?.[1] ?? '').split('\n')) {
    const found = /^( *)(\S+)/.exec(line)
    if (found === null) continue
    above.splice(found[1]!.length / 2)
    above.push(found[2]!)
    listed.push(above.join(''))
  }

  test('is there, line by line', () => {
    expect(listed.length).toBeGreaterThan(30)
    expect(listed.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('names every folder of src, two levels deep', () => {
    const foldersIn = (folder: string): string[] =>
      readdirSync(join(root, folder), { withFileTypes: true })
        .filter((one) => one.isDirectory())
        .map(({ name }) => `${folder}${name}/`)
    const rooms = foldersIn('src/')
    const all = [...rooms, ...rooms.flatMap(foldersIn)]
    expect(all.length).toBeGreaterThan(20)
    expect(all.filter((folder) => !listed.includes(folder))).toEqual([])
  })
})

describe('the way of a request', () => {
  const page = read('docs/request-lifecycle.md')
  const linked = [...page.matchAll(/\[`(\w+)(\(\))?`\]\((\S+?)\)/g)].map(([, name, , file]) => ({
    name: name!,
    file: join('docs', file!),
  }))

  test('every function it names is declared in the file it links to', () => {
    expect(linked.length).toBeGreaterThan(30)
    const isDeclared = ({ name, file }: { name: string; file: string }): boolean =>
      new RegExp(`\\b(function|const|interface|type) ${name}\\b`).test(read(file))
    expect(linked.filter((one) => !isDeclared(one))).toEqual([])
  })

  test('and called from somewhere', () => {
    const code = globSync('src/**/*.{ts,tsx}', { cwd: root })
      .filter((file) => !file.includes('.test.'))
      .map(read)
      .join('\n')
    const times = (name: string): number => code.split(new RegExp(`\\b${name}\\b`)).length - 1
    expect(linked.filter(({ name }) => times(name) < 2)).toEqual([])
  })

  test('no function is named without its file', () => {
    expect([...page.matchAll(/(?<!\[)`\w+\(\)`/g)].map(([name]) => name)).toEqual([])
  })
})

test('words of code in the glossary are words of the code', () => {
  const code = globSync('src/**/*.{ts,tsx,json}', { cwd: root }).map(read).join('\n')
  const quoted = [...read('docs/glossary.md').matchAll(/`([^`\n]+)`/g)].map(([, word]) => word!)
  const words = quoted.filter((word) => !word.includes('/'))
  expect(words.length).toBeGreaterThan(20)
  expect(words.filter((word) => !code.includes(word))).toEqual([])
})

test('paths written in these documents are there', () => {
  const kept = ['README.md', 'docs/architecture.md', 'docs/request-lifecycle.md', 'docs/glossary.md']
  const decisions = documents.filter((file) => file.startsWith('docs/decisions/'))
  for (const document of [...kept, ...decisions]) {
    const paths = [...read(document).matchAll(/`((?:src|docs|test|bin|data|bench)\/[\w./-]+)`/g)].map(
      ([, path]) => path!,
    )
    expect({ document, gone: paths.filter((path) => !existsSync(join(root, path))) }).toEqual({ document, gone: [] })
  }
})

test('pictures are small enough to read on a train', () => {
  const pictures = globSync('docs/pictures/*.png', { cwd: root })
  expect(pictures.length).toBeGreaterThan(0)
  for (const picture of pictures) expect(statSync(join(root, picture)).size).toBeLessThan(200_000)
})
