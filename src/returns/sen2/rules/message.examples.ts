import type { Examples } from '../../engine/examples.ts'
import type { Sen2 } from '../layout.ts'

export const messageExamples: Examples<Sen2> = {
  S001: [{ Header: 'Collection\n SEN2\n ! CIN\n ! .' }],
  S002: [{ year: 2026, Header: 'Year\n 2026\n ! 2025\n ! .\n ! x' }],
  S003: [
    { year: 2026, Header: 'ReferenceDate\n 2026-01-15\n ! 2026-01-22\n ! .' },
    { year: 2027, Header: 'ReferenceDate\n 2027-01-21' },
  ],
  S004: [{ Header: 'LEA\n 331\n ! .\n ! 33\n ! E08000026' }],
  S005: [{ year: 2024, Header: 'DMO DCO\n Y R\n ! Y .\n ! X N' }],
}
