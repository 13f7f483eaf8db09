/** Finding a Chromium for the browser suite, or installing Debian's where we may. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The program's path: that of the variable CHROMIUM, or the first on the PATH. */
export function findChromium(environment: NodeJS.ProcessEnv): string | undefined {
  const folders = (environment.PATH ?? '').split(delimiter)
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  const given = environment.CHROMIUM
  return [...(given ? [given] : []), ...places, ...macApplications].find(isProgram)
}

/** Debian's, when we are root on a machine with apt. */
export function installChromium(say: (line: string) => void): void {
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return
  say('Installing Chromium for the browser suite (once)')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { env: environment, stdio: 'ignore' })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env: environment,
    stdio: 'ignore',
  })
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
