/** What a cell of published figures may hold: a number, or the sign that says why there is none. */

export type Figure = { readonly value: number } | { readonly marker: string }

/**
 * The Department's signs: not available, confidential, not applicable, low reliability, rounds to nought, and the older
 * `:` and `-`. None of them is nought. https://analysts-guide.dfe.gov.uk (symbols in statistical tables)
 */
const markers: ReadonlySet<string> = new Set(['x', 'c', 'z', 'u', 'k', 'low', ':', '-'])

export const markersInWords = 'x, c, z, u, k, low, : or -'

const number = /^[-+]?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?(e[-+]?\d+)?%?$/i

/** Null for an empty cell, undefined for what is neither a number nor a marker. */
export function figureOf(text: string): Figure | null | undefined {
  if (text === '') return null
  const plain = text.toLowerCase()
  if (markers.has(plain)) return { marker: plain }
  if (!number.test(text) || !/\d/.test(text)) return undefined
  const value = Number(text.replaceAll(',', '').replace('%', ''))
  return Number.isFinite(value) ? { value } : undefined
}

/** A name without case, blanks and underlines: how columns are found. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[\s_]+/g, '')

/** A name without case or blanks: how series are found. */
export const keyOf = (name: string): string => name.toLowerCase().replace(/\s+/g, '')
