/** File names as they may be shown and sent. A name comes from outside and says nothing of what the file is. */

const nameLengthMax = 120

/** Marks that turn the direction of writing, so that `gpj.exe` reads as `exe.jpg` (Unicode TR36), and those without width. */
const unseen = /[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g

/** Without folders, control characters and hidden marks, and ending as its content says (`.pdf`). */
export function safeName(given: string, endings: readonly string[]): string {
  const plain = given
    .normalize('NFC')
    .toWellFormed()
    .replace(unseen, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are taken out
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
    .replace(/^.*[/\\]/s, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const [usual = ''] = endings
  const ending = endings.find((one) => plain.toLowerCase().endsWith(one)) ?? usual
  const stem = plain.toLowerCase().endsWith(ending) ? plain.slice(0, plain.length - ending.length) : plain
  const short = Array.from(stem).slice(0, nameLengthMax).join('').trim()
  return `${short === '' ? 'document' : short}${ending}`
}
