import type { Example, Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

/** All placements of interest with one provider: those named must be flagged. */
function withProvider(provider: string, flagged: string): Example<Ssda903> {
  const refused = new Set(flagged.split(' '))
  const rows = 'A3 A4 A5 A6 K1 K2 K3 P1 P3 R1 R2 R3 R5 S1 U1 U2 U3 U4 U5 U6 T0 Z11 .'
    .split(' ')
    .map((place) => `${refused.has(place) ? '!' : ''} 1 ${place} ${provider}`)
  return { Episodes: ['CHILD PLACE PLACE_PROVIDER', ...rows, '1 P1 PR9', '1 P1 .'].join('\n') }
}

export const placeProvidersExamples: Examples<Ssda903> = {
  526: [
    {
      shows: 'Z11 to Z14 in place of Z1 from 2025/26',
      year: 2026,
      Episodes: `
          CHILD PLACE PLACE_PROVIDER
          1     T0    .
          1     T4    .
          1     Z11   .
          1     Z14   .
        ! 1     Z1    .
        ! 1     U1    .
        ! 1     .     .
          1     U1    PR1
          1     U1    XX`,
    },
    {
      year: 2025,
      Episodes: `
          CHILD PLACE PLACE_PROVIDER
          1     T3    .
          1     Z1    .
        ! 1     Z11   .
        ! 1     K3    .`,
    },
  ],
  527: [withProvider('PR1', 'P1 R2 R5')],
  528: [withProvider('PR2', 'P1 R2 R5')],
  529: [withProvider('PR3', 'A3 A4 A5 A6 K1 K2 P1 U1 U2 U3 U4 U5 U6')],
  530: [withProvider('PR4', 'P1')],
  531: [withProvider('PR5', 'P1')],
  550: [withProvider('PR0', 'A3 A4 A5 A6 K1 K2 K3 P3 R1 R2 R3 R5 S1 U1 U2 U3 U4 U5 U6 T0 Z11 .')],
}
