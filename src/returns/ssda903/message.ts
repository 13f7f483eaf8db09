/**
 * How the XML form of the SSDA903 becomes the same tables as the CSV files. All that is known of a child once stands in
 * HEADER; each kind of thing that repeats is an element of its own.
 */
import { type ElementShape, treeOf } from '../reading/xml.ts'
import { shapes } from '../reading/xml-tables.ts'
import { ssda903 } from './layout.ts'

const { table, leaf, leaves, row, group } = shapes(ssda903)

const header = row(
  'Header',
  [
    leaf('Header', 'CHILD', 'CHILDID'),
    ...leaves('Header', 'CHILD UPN SEX DOB ETHNIC UASC MOTHER MC_DOB'),
    ...leaves('UASC', 'DUC'),
    ...leaves('AD1', 'DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR'),
    ...leaves('OC3', 'IN_TOUCH ACTIV ACCOM'),
    row('Missing', leaves('Missing', 'MISSING MIS_START MIS_END'), 'AMISSING'),
    row('Reviews', leaves('Reviews', 'REVIEW REVIEW_CODE'), 'AREVIEW'),
    row('PrevPerm', leaves('PrevPerm', 'PREV_PERM LA_PERM DATE_PERM'), 'PERMANENCE'),
    row(
      'OC2',
      leaves(
        'OC2',
        'SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED',
      ),
    ),
    row('PlacedAdoption', leaves('PlacedAdoption', 'DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED'), 'AD_PLACED'),
  ],
  'HEADER',
)

const episode = row(
  'Episodes',
  [
    ...leaves('Episodes', 'DECOM RNE LS CIN PLACE PL_POST HOME_POST URN PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE'),
    leaf('Episodes', 'PLACE', 'PL'),
  ],
  'EPISODE',
)

/** No schema is published that holds these two; suppliers differ in what they call them. */
const later: readonly ElementShape[] = [
  ...['SWEPISODE', 'SW_EPISODE', 'SOCIALWORKER'].map((name) =>
    row('SWEpisodes', leaves('SWEpisodes', 'SW_ID SW_DECOM SW_DEC SW_REASON'), name),
  ),
  ...['DOLO', 'DOLOEPISODE'].map((name) => row('DoLo', leaves('DoLo', 'DOLO_START DOLO_END'), name)),
]

const child: ElementShape = {
  name: 'CHILD',
  owner: true,
  ensures: [table('Header')],
  children: [{ ...header, children: [...(header.children ?? []), ...later] }, episode, ...later],
}

export const messageTree = treeOf(group('EXPSSDA903', [child]))

export const messageRows = { id: 'CHILD', upper: true, shared: { table: 'Header', column: 'DOB' } } as const
