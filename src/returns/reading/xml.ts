/**
 * Reads XML of the flat shapes of the returns from UTF-8 bytes. It knows where it is by a tree of the elements that
 * matter; everything else is passed over and counted. Comments, CDATA, entities, processing instructions, attributes and
 * namespace prefixes are read as XML has them; entities of a document's own are refused (none of the returns has any, and
 * they are how XML is used to attack a reader).
 */

/** An element that matters. Names are matched without case and without namespace prefix. */
export interface ElementShape {
  readonly name: string
  /** Opening it begins a new row of this table. */
  readonly row?: number
  /** Its text goes to this column of the current row of that table. */
  readonly leaf?: { readonly table: number; readonly column: number }
  /** Opening it begins a new child, person or the like. */
  readonly owner?: boolean
  /** Tables of which there must be a row when it closes; where there is none, an empty one is made. */
  readonly ensures?: readonly number[]
  readonly children?: readonly ElementShape[]
}

/** What is told of the document as it is read. Texts are bytes from `start` up to `end`, entities already resolved. */
export interface XmlHandler {
  open(element: ElementNode): void
  text(element: ElementNode, bytes: Uint8Array, start: number, end: number): void
  close(element: ElementNode): void
}

/** An element of the tree as the scanner walks it. */
export interface ElementNode {
  readonly shape: ElementShape
  readonly children: readonly ElementNode[]
  readonly lowerName: Uint8Array
  /** The child element that came last: the next is mostly the same or the one after it. */
  expected: number
}

export interface XmlFault {
  readonly reason: string
  /** Byte position. */
  readonly at: number
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export const treeOf = (shape: ElementShape): ElementNode => ({
  shape,
  lowerName: encoder.encode(shape.name.toLowerCase()),
  children: (shape.children ?? []).map(treeOf),
  expected: 0,
})

const lessThan = 60
const greaterThan = 62
const slash = 47
const colon = 58
const ampersand = 38

/** One reading of one document, which may come in several parts. */
export class XmlScanner {
  /** Names of the elements that were passed over, with how often. */
  readonly unknown = new Map<string, number>()
  fault: XmlFault | undefined
  private readonly root: ElementNode
  private readonly handler: XmlHandler
  /** Elements that are open and known; those below an unknown one are only counted. */
  private readonly open: (ElementNode | undefined)[] = []
  /** By depth: where the name of the open element stands. */
  private readonly nameBytes: Uint8Array[] = []
  private readonly nameStarts: number[] = []
  private readonly nameEnds: number[] = []
  private sawRoot = false

  constructor(root: ElementNode, handler: XmlHandler) {
    this.root = root
    this.handler = handler
  }

  /** Whether the document's root element has been opened, and closed again. */
  get complete(): boolean {
    return this.sawRoot && this.nameEnds.length === 0
  }

  /** Reads the bytes from `from` up to `to`, which must both stand between elements. Gives whether all was well. */
  scan(bytes: Uint8Array, from: number, to: number): boolean {
    let at = from
    while (at < to) {
      const text = at
      while (at < to && bytes[at] !== lessThan) at++
      if (at === to) return this.only(bytes, text, to)
      const node = this.open[this.open.length - 1]
      const kind = bytes[at + 1]!
      if (kind === slash) {
        if (node !== undefined && node.shape.leaf !== undefined) this.leaf(node, bytes, text, at)
        at = this.closing(bytes, at, to)
      } else if (kind === 33 || kind === 63) {
        const next = this.special(bytes, at, to)
        const inLeaf = node !== undefined && node.shape.leaf !== undefined
        if (next !== -1 && inLeaf) at = this.broken(node, bytes, text, to)
        else at = next
      } else {
        if (this.open.length === 0) this.only(bytes, text, at)
        at = this.opening(bytes, at, to)
      }
      if (at === -1) return false
    }
    return this.fault === undefined
  }

  /** Says that the document ends here. */
  end(at: number): void {
    if (this.fault !== undefined) return
    if (!this.sawRoot) this.fail('there is no XML in it', at)
    else if (this.nameEnds.length > 0) this.fail(`the element ${this.lastName()} is never closed`, at)
  }

  private lastName(): string {
    const depth = this.nameEnds.length - 1
    return decoder.decode(this.nameBytes[depth]!.subarray(this.nameStarts[depth]!, this.nameEnds[depth]!))
  }

  private fail(reason: string, at: number): -1 {
    this.fault ??= { reason, at }
    return -1
  }

  /** Between elements and around the root there may be only blank space. */
  private only(bytes: Uint8Array, from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      if (bytes[at]! <= 32) continue
      if (this.nameEnds.length === 0) {
        this.fail(this.sawRoot ? 'something stands after the end of the message' : 'it does not begin as XML', at)
        return false
      }
      return true
    }
    return true
  }

  private opening(bytes: Uint8Array, from: number, to: number): number {
    let at = from + 1
    let start = at
    for (; at < to; at++) {
      const byte = bytes[at]!
      if (byte === greaterThan || byte === slash || byte <= 32) break
      if (byte === colon) start = at + 1
    }
    if (at === from + 1) return this.fail('a “<” stands alone; write it as &lt;', from)
    const nameEnd = at
    let closed = false
    while (at < to && bytes[at] !== greaterThan) {
      const byte = bytes[at]!
      if (byte === 34 || byte === 39) {
        const close = bytes.indexOf(byte, at + 1)
        if (close === -1 || close >= to) return this.fail('an attribute is never closed', at)
        at = close
      } else if (byte === lessThan) return this.fail('a tag is never closed', from)
      closed = byte === slash
      at++
    }
    if (at >= to) return this.fail('a tag is never closed', from)
    if (this.nameEnds.length === 0 && this.sawRoot) return this.fail('there is a second root element', from)
    const node = this.find(bytes, start, nameEnd)
    if (node === undefined) this.note(bytes, start, nameEnd)
    else this.handler.open(node)
    this.sawRoot = true
    if (closed) {
      if (node !== undefined) this.handler.close(node)
      return at + 1
    }
    if (node !== undefined && node.shape.leaf !== undefined) {
      const after = this.plainLeaf(node, bytes, from + 1, nameEnd, at + 1, to)
      if (after !== 0) return after
    }
    this.open.push(node)
    this.nameBytes.push(bytes)
    this.nameStarts.push(from + 1)
    this.nameEnds.push(nameEnd)
    return at + 1
  }

  /**
   * Nearly every element is a value: a text and, straight after it, the closing tag. Reads such a one whole and gives where
   * it ends; 0 where it is not so plain.
   */
  private plainLeaf(
    node: ElementNode,
    bytes: Uint8Array,
    name: number,
    nameEnd: number,
    from: number,
    to: number,
  ): number {
    let at = from
    while (at < to && bytes[at] !== lessThan && bytes[at] !== ampersand) at++
    if (bytes[at] !== lessThan || bytes[at + 1] !== slash || at >= to) return 0
    let close = at + 2
    for (let i = name; i < nameEnd; i++, close++) if (bytes[i] !== bytes[close]) return 0
    if (bytes[close] !== greaterThan || close >= to) return 0
    this.handler.text(node, bytes, from, at)
    this.handler.close(node)
    return close + 1
  }

  private closing(bytes: Uint8Array, from: number, to: number): number {
    const depth = this.nameEnds.length - 1
    if (depth === -1) return this.fail('a closing tag has no opening one', from)
    const named = this.nameBytes[depth]!
    const nameEnd = this.nameEnds[depth]!
    let at = from + 2
    for (let i = this.nameStarts[depth]!; i < nameEnd; i++, at++) {
      if (bytes[at] !== named[i]) return this.mismatch(bytes, from, to)
    }
    while (at < to && bytes[at]! <= 32) at++
    if (bytes[at] !== greaterThan) return this.mismatch(bytes, from, to)
    this.nameBytes.pop()
    this.nameStarts.pop()
    this.nameEnds.pop()
    const node = this.open.pop()
    if (node !== undefined) this.handler.close(node)
    return at + 1
  }

  private mismatch(bytes: Uint8Array, from: number, to: number): -1 {
    const close = bytes.indexOf(greaterThan, from)
    const found = decoder.decode(bytes.subarray(from + 2, close === -1 ? Math.min(to, from + 40) : close))
    return this.fail(`the element ${this.lastName()} is closed as ${found}`, from)
  }

  private find(bytes: Uint8Array, start: number, end: number): ElementNode | undefined {
    if (this.nameEnds.length === 0) return matches(this.root, bytes, start, end) ? this.root : undefined
    const above = this.open[this.open.length - 1]
    if (above === undefined) return undefined
    const { children } = above
    for (let tried = 0, i = above.expected; tried < children.length; tried++, i++) {
      if (i >= children.length) i = 0
      if (!matches(children[i]!, bytes, start, end)) continue
      above.expected = i
      return children[i]
    }
    return undefined
  }

  private note(bytes: Uint8Array, start: number, end: number): void {
    if (this.nameEnds.length > 0 && this.open[this.open.length - 1] === undefined) return
    const name = decoder.decode(bytes.subarray(start, end))
    this.unknown.set(name, (this.unknown.get(name) ?? 0) + 1)
  }

  private leaf(node: ElementNode, bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      if (bytes[at] !== ampersand) continue
      const plain = encoder.encode(this.resolved(decoder.decode(bytes.subarray(from, to)), from))
      this.handler.text(node, plain, 0, plain.length)
      return
    }
    this.handler.text(node, bytes, from, to)
  }

  private resolved(text: string, at: number): string {
    return text.replace(/&(#x[\da-f]+|#\d+|\w+);?/gi, (whole, name: string) => {
      if (name.startsWith('#')) {
        const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
        if (point <= 0x10ffff) return String.fromCodePoint(point)
      } else if (entities[name] !== undefined) return entities[name]
      this.fail(`${whole} is not something XML knows`, at)
      return ''
    })
  }

  /** Passes over a comment, CDATA section, instruction or document type. Gives where it ends. */
  private special(bytes: Uint8Array, from: number, to: number): number {
    const [mark, end, what] = starts(bytes, from, '<!--')
      ? ['<!--', '-->', 'a comment']
      : starts(bytes, from, '<![CDATA[')
        ? ['<![CDATA[', ']]>', 'a CDATA section']
        : starts(bytes, from, '<?')
          ? ['<?', '?>', 'an instruction']
          : ['<!', '>', 'a declaration']
    const close = indexOf(bytes, end, from + mark.length, to)
    if (close === -1) return this.fail(`${what} is never closed`, from)
    if (mark === '<!' && bytes.subarray(from, close).includes(91)) {
      return this.fail('it declares entities of its own, which no return needs', from)
    }
    return close + end.length
  }

  /** A text that comments or CDATA sections break up: put together slowly. Gives where the closing tag begins. */
  private broken(node: ElementNode, bytes: Uint8Array, from: number, to: number): number {
    let text = ''
    let at = from
    for (;;) {
      const mark = bytes.indexOf(lessThan, at)
      if (mark === -1 || mark >= to) return this.fail('a tag is never closed', from)
      text += this.resolved(decoder.decode(bytes.subarray(at, mark)), at)
      if (bytes[mark + 1] !== 33 && bytes[mark + 1] !== 63) {
        const plain = encoder.encode(text)
        this.handler.text(node, plain, 0, plain.length)
        if (bytes[mark + 1] === slash) return this.closing(bytes, mark, to)
        return mark
      }
      const next = this.special(bytes, mark, to)
      if (next === -1) return -1
      if (starts(bytes, mark, '<![CDATA[')) text += decoder.decode(bytes.subarray(mark + 9, next - 3))
      at = next
    }
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function matches(node: ElementNode, bytes: Uint8Array, start: number, end: number): boolean {
  const { lowerName } = node
  if (lowerName.length !== end - start) return false
  for (let i = 0; i < lowerName.length; i++) {
    const byte = bytes[start + i]!
    const wanted = lowerName[i]!
    if (byte !== wanted && !(byte >= 65 && byte <= 90 && byte + 32 === wanted)) return false
  }
  return true
}

function starts(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

function indexOf(bytes: Uint8Array, text: string, from: number, to: number): number {
  const first = text.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at !== -1 && at < to; at = bytes.indexOf(first, at + 1)) {
    if (starts(bytes, at, text)) return at
  }
  return -1
}
