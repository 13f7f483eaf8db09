/** SSDA903 returns of five years: 250 children looked after each year, some of whom moved twice. All invented. */

/** The year in which each return ends, and how many children had three or more placements in it. */
export const threeOrMore = { 2018: 31, 2019: 28, 2020: 24, 2021: 21, 2022: 23 } as const
export const lookedAfter = 250

const head = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'

const episode = (child: string, from: string, to: string, why: string, postcode: string): string =>
  `${child},${from},${why},C2,N1,U4,PR1,${to},${to === '' ? '' : 'X1'},,CV1 1AA,${postcode},SC000001`

export const returnFiles = (): readonly { readonly name: string; readonly text: string }[] =>
  Object.entries(threeOrMore).map(([ending, moved]) => {
    const began = Number(ending) - 1
    const rows = Array.from({ length: lookedAfter }, (_, i) => {
      const child = `L${ending}${String(i).padStart(3, '0')}`
      if (i >= moved) return [episode(child, `04/05/${began}`, '', 'S', 'CV1 2BB')]
      return [
        episode(child, `04/05/${began}`, `06/09/${began}`, 'S', 'CV1 2BB'),
        episode(child, `06/09/${began}`, `11/01/${ending}`, 'P', 'CV2 3CC'),
        episode(child, `11/01/${ending}`, '', 'P', 'CV3 4DD'),
      ]
    })
    return { name: `ssda903/${ending}/episodes.csv`, text: `${[head, ...rows.flat()].join('\r\n')}\r\n` }
  })
