/** A browser and its machine in words that their owner knows them by, from what the browser calls itself. */
const browsers: readonly (readonly [in_: RegExp, name: string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const machines: readonly (readonly [in_: RegExp, name: string])[] = [
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'a Mac'],
  [/Linux/, 'Linux'],
]

const named = (list: readonly (readonly [RegExp, string])[], text: string, otherwise: string): string =>
  list.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise

export const deviceOf = (userAgent: string | undefined): string =>
  `${named(browsers, userAgent ?? '', 'A browser')} on ${named(machines, userAgent ?? '', 'a machine of unknown kind')}`
