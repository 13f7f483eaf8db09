/**
 * Published figures of the year to 31 March 2021 for Coventry, its statistical neighbours, the region and England:
 * Department for Education, Local Authority Interactive Tool. Contains public sector information licensed under the Open
 * Government Licence v3.0.
 */
import { neighbours } from './inspections.ts'

const areas = [[331, 'Coventry'], ...neighbours, [984, 'West Midlands'], [970, 'England']] as const

/** A figure for each area, in their order. */
const published: Readonly<Record<string, readonly number[]>> = {
  ReReferral: [25, 21.4, 26.5, 22.4, 25.6, 19.4, 21.2, 25.1, 26.9, 15.6, 28, 20.4, 22.7],
  PrevRegCPR: [21, 31.3, 16.4, 20.9, 23, 22, 22.1, 16.1, 26.5, 20.2, 23, 22.7, 22.1],
  Continue_Assess_Comp: [89.8, 95.9, 91.6, 87.1, 82.2, 70.9, 98.2, 95.9, 90.9, 78.6, 85.6, 86.4, 87.6],
  CP_conf_15days: [90.4, 57.2, 94.7, 92.3, 69, 90.4, 51.3, 85, 87.3, 81.6, 71.9, 85, 83],
}

export function comparatorFiles(): readonly { readonly name: string; readonly text: string }[] {
  const figures = Object.entries(published).flatMap(([series, values]) =>
    areas.map(([code, name], i) => `${series},2021,${code},${name},${values[i]},`),
  )
  return [{ name: 'published.csv', text: file('measure,period,area_code,area_name,value,marker', figures) }]
}

const file = (head: string, rows: readonly string[]): string => `${[head, ...rows].join('\r\n')}\r\n`
