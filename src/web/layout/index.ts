export { type Colour, checkColour, contrastWithWhite } from './colour.ts'
export { Layout, type LayoutProps, renderPage, type SignedIn } from './Layout.tsx'
export { type CouncilLook, makeShell, type Shell, type ShellSettings } from './shell.tsx'
