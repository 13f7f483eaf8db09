/**
 * Everything that an invented council needs to print the paper of 21 July 2022, as the files that a council has: censuses,
 * published figures, Ofsted's files, its targets and its SSDA903 returns. To have them in a folder:
 *
 *     bin/heartwood-dev paper FOLDER
 */
import { censusFiles } from './census.ts'
import { comparatorFiles } from './comparators.ts'
import { childcareFiles, schoolsFile } from './inspections.ts'
import { returnFiles } from './returns.ts'
import { targetsFile } from './targets.ts'

export interface PaperFile {
  readonly name: string
  readonly text: string
}

/** By the kind of import that reads them, in the order in which a council would load them. */
export const paperFiles = (): Readonly<
  Record<'cin' | 'comparators' | 'ofsted' | 'targets' | 'ssda903', readonly PaperFile[]>
> => ({
  cin: censusFiles(),
  comparators: comparatorFiles(),
  ofsted: [schoolsFile(), ...childcareFiles()],
  targets: [targetsFile()],
  ssda903: returnFiles(),
})
