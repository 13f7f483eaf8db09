/** What the council aims at, as the paper has it, from the financial year of the paper. */
export const targetsFile = (): { readonly name: string; readonly text: string } => ({
  name: 'targets.csv',
  text: [
    'measure,financial year,target',
    'repeat-plans-2-years,2022-23,12',
    're-referrals-12-months,2022-23,24',
    '',
  ].join('\r\n'),
})
