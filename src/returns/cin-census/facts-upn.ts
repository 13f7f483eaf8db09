/**
 * What makes a unique pupil number (UPN) well formed: a check letter, the three figures of the local authority that gave
 * it, and nine more characters. Source: Department for Education, Unique pupil numbers guide.
 */

/** I, O and S are left out, being too like 1, 0 and 5. The place of a letter is the remainder it stands for. */
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** The check letter of the twelve figures that follow it: each times its place in the number (2 to 13), modulo 23. */
export function checkLetterOf(figures: string): string {
  let sum = 0
  for (let i = 0; i < figures.length; i++) sum += Number(figures[i]) * (i + 2)
  return letters.charAt(sum % 23)
}

/** Whether a character may end a UPN: a figure, or in a temporary one a letter of the alphabet above. */
export const mayEndUpn = (character: string): boolean => /^[0-9]$/.test(character) || letters.includes(character)

/** `001-003 420`: these numbers as texts of three figures. */
function threeFigures(ranges: string): string[] {
  return ranges.split(/\s+/).flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number)
    return Array.from({ length: last! - first! + 1 }, (_, i) => String(first! + i).padStart(3, '0'))
  })
}

const numbersTo2023 = threeFigures(
  `001-005 201-213 301-320 330-336 340-344 350-359 370-373 380-384 390-394 420 660-681 701-708 800-803 805-808 810-813
  815 816 820-823 825 826 830 831 835-841 845 846 850-852 855-857 860 861 865-896 908 909 916 919 921 925 926 928 929
  931 933 935-938 940 941`,
)
const to2023: ReadonlySet<string> = new Set(numbersTo2023)
/** Cumberland and Westmorland and Furness, which replaced the councils of Cumbria on 1 April 2023. */
const from2024: ReadonlySet<string> = new Set([...numbersTo2023, '942', '943'])

/** The numbers of local authorities that may stand in a UPN, by the year in which the period ends. */
export const authoritiesIn = (year: number): ReadonlySet<string> => (year < 2024 ? to2023 : from2024)
