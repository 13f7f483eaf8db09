import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new temporary folder that a server run as nobody may enter. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hw-test-'))
  chmodSync(folder, 0o711)
  return folder
}
