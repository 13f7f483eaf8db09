/**
 * Elements as HTML. Our components are functions of their props, without state, hooks or context, and write each attribute
 * by the name that HTML or SVG gives it. So a page is one walk over its elements, which takes two thirds of the time of
 * `preact-render-to-string`, a renderer that must be ready for more; html.test.tsx holds this one to that one.
 */
import { type ComponentChildren, Fragment, type FunctionComponent, isValidElement, type VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'

/**
 * HTML that Heartwood itself wrote, put into a page as it stands: the unchanging parts of the layout, rendered once.
 * Never give it anything that a person or another system wrote; everything else in a page is escaped.
 */
export const trustedHtml = (html: string): VNode => jsxTemplate([html])

/** Text and the values of attributes are escaped; undefined, null, true and false draw nothing. */
export function drawHtml(child: ComponentChildren): string {
  if (typeof child === 'string') return escaped(child)
  if (typeof child === 'number' || typeof child === 'bigint') return String(child)
  if (Array.isArray(child)) {
    let html = ''
    for (const one of child) html += drawHtml(one)
    return html
  }
  // What came as JSON may look like an element and is none.
  if (!isValidElement(child)) return ''
  const { type, props }: VNode<Drawn> = child
  if (typeof type === 'string') return drawElement(type, props)
  if (type !== Fragment) return drawHtml((type as FunctionComponent<Drawn>)(props))
  return props.tpl === undefined ? drawHtml(props.children) : props.tpl.join('')
}

/** Props as they are drawn. `tpl` is how preact keeps what `trustedHtml` was given. */
interface Drawn {
  readonly [attribute: string]: unknown
  readonly children?: ComponentChildren
  readonly tpl?: readonly string[]
}

/** Elements that never have content, and so no end tag. */
const empty = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta'])

function drawElement(type: string, props: Drawn): string {
  let tag = `<${type}`
  for (const name in props) if (name !== 'children') tag += drawAttribute(name, props[name])
  if (empty.has(type)) return `${tag}/>`
  return `${tag}>${drawHtml(props.children)}</${type}>`
}

/** Attributes whose value is the word `true` or `false`. Of others, true draws the name alone and false nothing. */
const saysTrueOrFalse = /^(aria-|data-|draggable$|spellcheck$)/

function drawAttribute(name: string, value: unknown): string {
  if (typeof value === 'string') return value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean' && !saysTrueOrFalse.test(name)) return value ? ` ${name}` : ''
  return ` ${name}="${value}"`
}

const special = /["&<]/
const entities: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' }

const escaped = (text: string): string =>
  special.test(text) ? text.replace(/["&<]/g, (character) => entities[character] ?? character) : text
