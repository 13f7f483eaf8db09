/** `bin/heartwood-dev paper FOLDER`: the files of the paper, for whoever wants to try the road of docs/first-day.md. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { paperFiles } from './index.ts'

export function run([folder]: readonly string[]): number {
  if (folder === undefined) {
    process.stderr.write('Usage: bin/heartwood-dev paper FOLDER\n')
    return 2
  }
  for (const { name, text } of Object.values(paperFiles()).flat()) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    process.stdout.write(`${path}\n`)
  }
  return 0
}
