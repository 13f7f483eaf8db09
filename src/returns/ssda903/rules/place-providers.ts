/** Who provides which kind of placement. */
import { blank, type Code, type CodeSet, code, codes } from '../../engine/codes.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { placementsWithoutProvider } from '../code-lists.ts'
import { eachRow, type Ssda903 } from '../layout.ts'

const mend = 'Correct the placement or its provider'
const parents = code('PR0')
const withParents = code('P1')
const parentsHealthOrCustody = codes('P1 R2 R5')
const familyOrChildrensHome = codes('A3 A4 A5 A6 K1 K2 P1 U1 U2 U3 U4 U5 U6')
const parentsAlone = codes('P1')

/** A provider who cannot provide placements of some kinds. */
const cannotProvide = (rule: { code: string; provider: Code; meaning: string; kinds: CodeSet }): Rule<Ssda903> =>
  eachRow({
    code: rule.code,
    meaning: rule.meaning,
    mend,
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PLACE', 'PLACE_PROVIDER'],
    check: ({ PLACE, PLACE_PROVIDER }) => PLACE_PROVIDER === rule.provider && rule.kinds.has(PLACE),
  })

export const placeProviders: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '526',
    meaning: 'The provider of the placement is missing',
    mend: 'Enter who provides the placement (PR0 to PR5)',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PLACE', 'PLACE_PROVIDER'],
    check: ({ PLACE, PLACE_PROVIDER }, { year }) =>
      PLACE_PROVIDER === blank && !placementsWithoutProvider.in(year).has(PLACE),
  }),
  cannotProvide({
    code: '527',
    provider: code('PR1'),
    meaning:
      'The council itself is given as the provider of a placement with parents, in a health service or in custody',
    kinds: parentsHealthOrCustody,
  }),
  cannotProvide({
    code: '528',
    provider: code('PR2'),
    meaning: 'Another council is given as the provider of a placement with parents, in a health service or in custody',
    kinds: parentsHealthOrCustody,
  }),
  cannotProvide({
    code: '529',
    provider: code('PR3'),
    meaning:
      'Another public body is given as the provider of a foster home, an adoptive home, parents or a home for children',
    kinds: familyOrChildrensHome,
  }),
  cannotProvide({
    code: '530',
    provider: code('PR4'),
    meaning: 'A private provider is given for a placement with parents',
    kinds: parentsAlone,
  }),
  cannotProvide({
    code: '531',
    provider: code('PR5'),
    meaning: 'A voluntary provider is given for a placement with parents',
    kinds: parentsAlone,
  }),
  eachRow({
    code: '550',
    meaning: 'Parents are given as the provider of a placement that is not with parents (P1)',
    mend,
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PLACE', 'PLACE_PROVIDER'],
    check: ({ PLACE, PLACE_PROVIDER }) => PLACE_PROVIDER === parents && PLACE !== withParents,
  }),
]
