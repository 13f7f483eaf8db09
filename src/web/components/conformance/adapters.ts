import type { VNode } from 'preact'
import { formAdapters } from './form-adapters.tsx'
import type { Options } from './official.ts'
import { pageAdapters } from './page-adapters.tsx'

/** Each macro's options as the props of our component, by the name of the macro's folder. Only for tests. */
export const adapters: Readonly<Record<string, (given: Options) => VNode>> = { ...formAdapters, ...pageAdapters }
