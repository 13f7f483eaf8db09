/** A pack for the tests of its forms: every kind of block, words that XML and fonts find hard, gaps, and suppressed figures. */
import { day } from '../../core/calendar/index.ts'
import type { PackContent, Printed } from './content.ts'

const figure = (label: string, period: string, printed: string, value: number | null): Printed => ({
  label,
  period,
  printed,
  value,
})

export const examplePack: PackContent = {
  title: 'Children’s Services and Education and Skills',
  council: 'Coventry City Council',
  board: 'Education and Children’s Services Scrutiny Board (2)',
  date: day('2022-07-21'),
  sections: [
    {
      id: 'referrals',
      title: 'Referrals and child protection plans',
      blocks: [
        {
          kind: 'measures',
          lines: [
            {
              measure: 'cp.repeat-within-two-years',
              title: 'Repeat child protection plans within two years',
              figures: [
                figure('Year to date', '2022-23 to date', '6.0%', 6),
                figure('Rolling twelve months', 'July 2021 to June 2022', '8.5%', 8.5),
              ],
              target: figure('Target', '2022-23', '12%', 12),
              comparators: [
                figure('Statistical neighbours', '2021', '22.1%', 22.1),
                figure('England', '2021', 'c', null),
              ],
              noComparator: null,
              sentence: 'Better than the target; worse than last year.',
              definition:
                'Plans started where an earlier plan of the same child ended within two years, of all plans started.',
              source: 'The council’s own record.',
            },
            {
              measure: 'mash.re-referral',
              title: 'Re-referrals within twelve months',
              figures: [
                figure('Year to date', '2022-23 to date', '22.6%', 22.6),
                figure('Rolling twelve months', 'July 2021 to June 2022', '23.7%', 23.7),
              ],
              target: figure('Target', '2022-23', '24%', 24),
              comparators: [],
              noComparator: 'none published',
              sentence: 'Better than the target (≤ 24%).',
              definition: 'Referrals started within twelve months of the start of an earlier one, of all that started.',
              source: 'The council’s own record.',
            },
            {
              measure: 'cin.assessments',
              title: 'Assessments within 45 working days',
              figures: [figure('Year to date', '2022-23 to date', 'none yet', null)],
              target: null,
              comparators: [],
              noComparator: 'not loaded',
              sentence: 'No assessment was completed yet this year.',
              definition: 'Assessments authorised within 45 working days of their start, of all authorised.',
              source: 'The council’s own record.',
            },
          ],
        },
        {
          kind: 'chart',
          chart: {
            id: 're-referrals',
            title: 'Re-referrals by month',
            kind: 'line',
            unit: '%',
            along: 'Month',
            categories: ['Jan 22', 'Feb 22', 'Mar 22', 'Apr 22', 'May 22', 'Jun 22'],
            series: [
              { name: 'Coventry', values: [21, 23.3, null, 22.6, 22.4, 22.6] },
              { name: 'Target', values: [24, 24, 24, 24, 24, 24] },
            ],
            notes: ['March is withheld: it counts fewer than five children.'],
            source: 'The council’s own record.',
          },
        },
      ],
    },
    {
      id: 'looked-after',
      title: 'Looked after children',
      blocks: [
        {
          kind: 'chart',
          chart: {
            id: 'placements',
            title: 'Three or more placements in twelve months',
            kind: 'bar',
            unit: 'count',
            along: 'Year',
            categories: ['2018', '2019', '2020', '2021', '2022'],
            series: [
              { name: 'Children with three or more', values: [82, 54, 25, 17, 7] },
              { name: 'All children', values: [1367, 195, 135, null, 55] },
            ],
            notes: [],
            source: 'SSDA903 returns of the years.',
          },
        },
        {
          kind: 'missing',
          what: 'stability of placements over two years',
          mend: 'Load SSDA903 files with: bin/heartwood import ssda903 PATH',
        },
      ],
    },
    {
      id: 'ofsted',
      title: 'Ofsted profile',
      blocks: [
        {
          kind: 'words',
          text: 'Pupils of good & outstanding schools, by <phase>.\nŁódź and “quotes” are printed as they are.',
        },
        {
          kind: 'table',
          table: {
            id: 'profile',
            title: 'Pupils in good or outstanding schools',
            head: ['Phase', 'City %', 'Statistical neighbours', 'National'],
            rows: Array.from({ length: 40 }, (_, place) => [
              `Phase ${place + 1}`,
              `${(80 + place / 10).toFixed(1)}%`,
              'Above (87.6%)',
              place % 9 === 0
                ? 'Below national (89.3%): the paper itself says above, which its own two figures are not'
                : 'Below (89.3%)',
            ]),
            notes: ['Early years are as at 31 August 2021.'],
            source: 'Ofsted, inspections and outcomes.',
          },
        },
      ],
    },
  ],
  since: day('2022-03-17'),
  changes: [{ what: 'Re-referrals, rolling twelve months to February 2022', before: '23.9%', now: '23.7%' }],
  notes: [
    'Contains public sector information licensed under the Open Government Licence v3.0.',
    'Numbers from 1 to 4 are shown as c.',
  ],
}
