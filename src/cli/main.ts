/** The commands of `bin/heartwood`. Each is loaded only when it is asked for, so that a date is answered without a web server. */
import { problem } from '../core/outcomes.ts'

/** What a command's module exports: its work, answering the exit code. Results go to stdout, complaints to stderr. */
export interface CommandModule {
  readonly run: (args: readonly string[]) => number | Promise<number>
}

interface Command {
  readonly usage: string
  readonly summary: string
  readonly load: (built: URL | undefined) => Promise<CommandModule>
}

const commands: Readonly<Record<string, Command>> = {
  start: {
    usage: 'start [--data DIR] [--demo]',
    summary: 'Start Heartwood with the demo city, or on the database of DATABASE_URL. PORT chooses the port.',
    load: async (built) => {
      const [{ runStart }, { startParts }] = await Promise.all([
        import('./start-command.ts'),
        import('./start-parts.ts'),
      ])
      return { run: (args) => runStart(args, (dataDirectory) => startParts({ dataDirectory, built })) }
    },
  },
  due: {
    usage: 'due DAY LENGTH',
    summary: 'When something is due and the days passed over, for example: due 2022-05-23 "15 working days"',
    load: async () => {
      const { dueCommand } = await import('./due.ts')
      return { run: (args) => print(dueCommand(args)) }
    },
  },
  pack: {
    usage: 'pack --date DATE --out FILE [--publish]',
    summary: 'Print the Scrutiny Board’s pack as FILE.html, .pdf or .pptx; --publish freezes it first.',
    load: () => import('./pack.ts'),
  },
  returns: {
    usage: 'returns check|mend RETURN --year YYYY PATH...',
    summary: 'Check a statutory return (ssda903, cin, sen2) or mend its form; “returns --help” lists the options.',
    load: () => import('./returns.ts'),
  },
  import: {
    usage: 'import KIND FILE... [--data DIR]',
    summary: 'Load files into the record: published comparators, inspections, targets, statutory returns.',
    load: () => import('./import.ts'),
  },
  'ofsted-profile': {
    usage: 'ofsted-profile --date DATE --authority 331|england',
    summary: 'Pupils in good or outstanding schools as at a day, by phase, from the inspections that were loaded.',
    load: () => import('./ofsted-profile.ts'),
  },
  comparator: {
    usage: 'comparator SERIES --area 331 [--period 2021] [--date DAY]',
    summary: 'One published figure beside its statistical neighbours, its region and England.',
    load: () => import('./comparator.ts'),
  },
  measure: {
    usage: 'measure ID [--date DAY] [--data DIR]',
    summary:
      'How a measure stands on a day: year to date, rolling, target, published; “measure --list” names them all.',
    load: () => import('./measure.ts'),
  },
  verify: {
    usage: 'verify [--data DIR]',
    summary: 'Check every entry of the record against its chain, its seals and the signed log outside the database.',
    load: () => import('./verify.ts'),
  },
  backup: {
    usage: 'backup [--to DIR] [--data DIR] [--recipient FILE.pem]',
    summary: 'Back up Heartwood’s own database while everyone works; changes follow by the minute. docs/backup.md',
    load: () => import('./backup.ts'),
  },
  restore: {
    usage: 'restore --from DIR --data NEWDIR [--to MOMENT]',
    summary: 'Bring a backup back as it stood at a second, for example: --to "2026-11-23 14:05:00"',
    load: () => import('./restore.ts'),
  },
  roles: {
    usage: 'roles [DATABASE]',
    summary: 'Print the SQL with which a database administrator makes the database and its three roles.',
    load: () => import('./roles.ts'),
  },
}

/** @param built the folder of the build that runs, where there is one */
export async function main(args: readonly string[], built?: URL): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help())
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    const { says } = problem('start.option', { given: name, usage: 'bin/heartwood --help lists the commands.' })
    process.stderr.write(`${says}\n`)
    return 2
  }
  const { run } = await command.load(built)
  return run(rest)
}

/** A result goes to stdout for the next program; what was not understood goes to stderr. */
function print({ text, code }: { readonly text: string; readonly code: number }): number {
  const stream = code === 0 ? process.stdout : process.stderr
  stream.write(`${text}\n`)
  return code
}

function help(): string {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length))
  const lines = Object.values(commands).map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`)
  return `Usage: bin/heartwood COMMAND\n\n${lines.join('\n')}\n`
}
