import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'

/**
 * HTML that Heartwood itself wrote, put into a page as it stands: the unchanging parts of the layout, rendered once.
 * Never give it anything that a person or another system wrote; everything else in a page is escaped.
 */
export const trustedHtml = (html: string): VNode => jsxTemplate([html])
