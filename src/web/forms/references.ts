/** The lists behind a field that names a worker, a team or a school. A person is named by id, because they are too many. */
import type { Directory } from '../../core/work/directory.ts'
import type { ReferenceChoice } from './FieldControl.tsx'

export const referencesFor =
  (directory: Directory) =>
  (to: string): readonly ReferenceChoice[] => {
    if (to === 'team') return directory.teams.map((team) => ({ value: String(team.id), text: team.name }))
    if (to === 'worker')
      return directory.workers
        .filter((worker) => worker.until === null)
        .map((worker) => ({ value: String(worker.id), text: `${worker.surname}, ${worker.forename} (${worker.role})` }))
    if (to === 'organisation') return directory.organisations.map((one) => ({ value: String(one.id), text: one.name }))
    return []
  }
