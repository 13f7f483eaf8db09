/** Parses one message in a fresh process and prints the CPU seconds of the parse: ours, or saxes with empty handlers. */
import { readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'
import { readCin } from '../../src/returns/cin-census/read.ts'

const [who, file = ''] = process.argv.slice(2)
const bytes = readFileSync(file)
const before = process.cpuUsage()
if (who === 'saxes') {
  const parser = new SaxesParser()
  for (const event of ['opentag', 'text', 'closetag'] as const) parser.on(event, () => undefined)
  parser.write(new TextDecoder().decode(bytes)).close()
} else if (readCin({ name: file, bytes }).store === undefined) throw new Error('the message was not read')
const { user, system } = process.cpuUsage(before)
process.stdout.write(String((user + system) / 1e6))
