/**
 * HTML in a form in which two pieces are equal exactly when a browser would make the same of them: attributes in order
 * of name, entities read, and white space as it is laid out (none at the edge of a block, one space within a line).
 * Only for tests.
 */

const inline = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'small', 'span', 'strong', 'time'])
const empty = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ctdot: '⋯',
}

const read = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return entities[name ?? ''] ?? whole
  })

const attributesOf = (source: string): string =>
  [...source.matchAll(/([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)]
    .map(([, name, double, single, bare]) => {
      const value = read(double ?? single ?? bare ?? '')
      // A class list is a list: the white space between its words says nothing.
      return ` ${name}="${name === 'class' ? value.trim().split(/\s+/).join(' ') : value}"`
    })
    .sort()
    .join('')

/** One line a tag or run of text, so that a difference is easy to see. */
export const normalised = (html: string): string => {
  const lines: string[] = []
  let atEdge = true
  let spacePending = false
  const addText = (source: string) => {
    const text = read(source).replace(/[ \t\r\n\f]+/g, ' ')
    if (text === '') return
    const words = text.trim()
    if (text.startsWith(' ')) spacePending = true
    if (words === '') return
    lines.push(spacePending && !atEdge ? ` ${words}` : words)
    atEdge = false
    spacePending = text.endsWith(' ')
  }
  let rest = html.replace(/<!--[\s\S]*?-->/g, '')
  while (rest !== '') {
    const tag = /<(\/?)([a-z][\w-]*)((?:\s+[^\s=/"'>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>/i.exec(rest)
    if (!tag) {
      addText(rest)
      break
    }
    addText(rest.slice(0, tag.index))
    rest = rest.slice(tag.index + tag[0].length)
    const name = (tag[2] ?? '').toLowerCase()
    if (!inline.has(name)) {
      atEdge = true
      spacePending = false
    }
    lines.push(tag[1] ? `</${name}>` : `<${name}${attributesOf(tag[3] ?? '')}>`)
    if (tag[4] && !empty.has(name)) lines.push(`</${name}>`)
    if (name === 'textarea' && !tag[1]) {
      // Every character of what was typed counts.
      const end = rest.indexOf('</textarea>')
      lines.push(JSON.stringify(read(rest.slice(0, end))))
      rest = rest.slice(end)
    }
  }
  return lines.join('\n')
}
