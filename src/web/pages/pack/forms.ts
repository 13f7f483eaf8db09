/** The three forms of a pack, all made from the same content. Each is loaded only when it is asked for. */
import type { PackContent } from '../../../insight/pack/index.ts'

const types = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const

export type PackForm = keyof typeof types

export const isForm = (text: string): text is PackForm => Object.hasOwn(types, text)

export async function packAs(
  form: PackForm,
  content: PackContent,
): Promise<{ readonly bytes: Buffer; readonly type: string }> {
  return { bytes: await bytesOf(form, content), type: types[form] }
}

async function bytesOf(form: PackForm, content: PackContent): Promise<Buffer> {
  switch (form) {
    case 'html': {
      const { packHtml } = await import('./file.tsx')
      return Buffer.from(packHtml(content))
    }
    case 'pdf': {
      const { printedDocument } = await import('../../../insight/pack/printed.ts')
      return Buffer.from(await printedDocument(content))
    }
    case 'pptx': {
      const { slides } = await import('../../../insight/pack/slides.ts')
      return Buffer.from(await slides(content))
    }
  }
}
