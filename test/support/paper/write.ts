/** `node test/support/paper/write.ts FOLDER`: the files of the paper, for whoever wants to try the road of docs/first-day.md. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { paperFiles } from './index.ts'

const [folder = 'paper-files'] = process.argv.slice(2)
for (const files of Object.values(paperFiles()))
  for (const { name, text } of files) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    process.stdout.write(`${path}\n`)
  }
