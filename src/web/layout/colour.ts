/** The council's one colour: read, and refused when white text on it cannot be read. */
import { done, type Outcome, problem } from '../../core/outcomes.ts'

/** Six hexadecimal digits after a `#`, in lower case. */
export type Colour = `#${string}`

/**
 * The least contrast between text and what is behind it: WCAG 2.2, success criterion 1.4.3 (level AA), which the Public
 * Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018 ask of a council.
 */
const contrastMin = 4.5

/**
 * Reads a colour typed as `#1d3c6e` (with or without `#`, three digits or six) and checks it against white text.
 * Problems: `colour.not-understood`, `colour.too-light`.
 */
export const checkColour = (given: string): Outcome<Colour> => {
  const digits = given.trim().replace(/^#/, '').toLowerCase()
  if (!/^([0-9a-f]{3}|[0-9a-f]{6})$/.test(digits)) return problem('colour.not-understood', { given })
  const six = digits.length === 3 ? Array.from(digits, (digit) => digit + digit).join('') : digits
  const contrast = contrastWithWhite(six)
  if (contrast < contrastMin) {
    // Rounded down, so that a colour just short of the bar is not said to reach it.
    return problem('colour.too-light', { given, contrast: Math.floor(contrast * 10) / 10, least: contrastMin })
  }
  return done<Colour>(`#${six}`)
}

/** Contrast ratio of WCAG 2.2 between six hexadecimal digits and white, from 1 to 21. */
export const contrastWithWhite = (six: string): number => 1.05 / (luminance(six) + 0.05)

/** Relative luminance of WCAG 2.2, from 0 (black) to 1 (white). */
const luminance = (six: string): number => {
  const channel = (at: number) => {
    const share = Number.parseInt(six.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}
