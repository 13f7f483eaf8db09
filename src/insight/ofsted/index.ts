/** Inspections: Ofsted's files loaded, and the profile as at a day. The counting is written down in `profile.ts`. */
export { type Compared, comparedWith } from './compared.ts'
export { type EarlyYears, earlyYears } from './early-years.ts'
export { type Era, type EraRule, earlyYearsEras, schoolEras } from './eras.ts'
export { importOfsted } from './import.ts'
export {
  type AskedAuthority,
  type EraFigures,
  ofstedProfile,
  type Percents,
  type PhaseFigures,
  type Profile,
} from './profile.ts'
export { type Phase, phases } from './schools-file.ts'
