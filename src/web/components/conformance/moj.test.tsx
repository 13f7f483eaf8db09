/** Our MoJ components beside what the Ministry of Justice's own templates print, which come without fixtures. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { VNode } from 'preact'
import { expect, test } from 'vitest'
import { drawHtml } from '../html.ts'
import { Alert } from '../moj/Alert.tsx'
import { Badge } from '../moj/Badge.tsx'
import { Filter } from '../moj/Filter.tsx'
import { IdentityBar } from '../moj/IdentityBar.tsx'
import { SideNavigation } from '../moj/SideNavigation.tsx'
import { SubNavigation } from '../moj/SubNavigation.tsx'
import { TicketPanel } from '../moj/TicketPanel.tsx'
import { Timeline } from '../moj/Timeline.tsx'
import { normalised } from './same-html.ts'

interface Templates {
  addFilter(name: string, filter: (timestamp: string) => string): void
  render(name: string, context: object): string
}

const require = createRequire(import.meta.url)
const nunjucks: { configure(paths: readonly string[], options: object): Templates } = require('nunjucks')
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`))
const templates = nunjucks.configure([folderOf('@ministryofjustice/frontend'), `${folderOf('govuk-frontend')}/dist`], {
  autoescape: true,
})
// The template formats the moment itself; ours is given the words.
templates.addFilter('mojDate', (timestamp) => `the day of ${timestamp}`)

const cases: readonly (readonly [template: string, says: string, params: object, ours: VNode])[] = [
  ['badge', 'plain', { text: 'A <b>' }, <Badge>{'A <b>'}</Badge>],
  [
    'badge',
    'with classes and attributes',
    { html: '<i>A</i>', classes: 'moj-badge--red x', attributes: { id: 'b' } },
    <Badge colour="red" classes="x" attributes={{ id: 'b' }}>
      <i>A</i>
    </Badge>,
  ],
  ['identity-bar', 'plain', { title: { text: 'Ann Other' } }, <IdentityBar title="Ann Other" />],
  [
    'identity-bar',
    'with menus',
    {
      title: { html: '<b>Ann</b>' },
      classes: 'x',
      attributes: { id: 'bar' },
      menus: [
        {
          button: { text: 'Record', classes: 'y' },
          alignMenu: 'right',
          items: [
            { text: 'A visit', href: '/visit' },
            { text: 'A note', name: 'kind', value: 'note', classes: 'z' },
          ],
        },
      ],
    },
    <IdentityBar
      title={<b>Ann</b>}
      classes="x"
      attributes={{ id: 'bar' }}
      menus={[
        {
          text: 'Record',
          buttonClasses: 'y',
          alignMenu: 'right',
          items: [
            { children: 'A visit', href: '/visit' },
            { children: 'A note', name: 'kind', value: 'note', classes: 'z' },
          ],
        },
      ]}
    />,
  ],
  [
    'sub-navigation',
    'with a page being read',
    {
      label: 'Record of Ann',
      classes: 'x',
      items: [
        { text: 'Chronology', href: '/1', active: true },
        { text: 'Family', href: '/2', classes: 'y', attributes: { id: 'f' } },
      ],
    },
    <SubNavigation
      label="Record of Ann"
      classes="x"
      items={[
        { text: 'Chronology', href: '/1', active: true },
        { text: 'Family', href: '/2', classes: 'y', attributes: { id: 'f' } },
      ]}
    />,
  ],
  [
    'sub-navigation',
    'without a label',
    { items: [{ html: '<i>A</i>', href: '/1' }] },
    <SubNavigation items={[{ text: <i>A</i>, href: '/1' }]} />,
  ],
  [
    'side-navigation',
    'of links',
    {
      label: 'Side',
      items: [
        { text: 'A', href: '/a', active: true },
        { text: 'B', href: '/b', attributes: { id: 'b' } },
      ],
    },
    <SideNavigation
      label="Side"
      items={[
        { text: 'A', href: '/a', active: true },
        { text: 'B', href: '/b', attributes: { id: 'b' } },
      ]}
    />,
  ],
  [
    'side-navigation',
    'in sections',
    {
      sections: [
        { heading: { text: 'One' }, items: [{ text: 'A', href: '/a' }] },
        { heading: { text: 'Two', headingLevel: 3 }, items: [{ text: 'B', href: '/b', active: true }] },
      ],
    },
    <SideNavigation
      sections={[
        { heading: 'One', items: [{ text: 'A', href: '/a' }] },
        { heading: 'Two', headingLevel: 3, items: [{ text: 'B', href: '/b', active: true }] },
      ]}
    />,
  ],
  [
    'timeline',
    'of two events',
    {
      headingLevel: 3,
      attributes: { id: 't' },
      items: [
        {
          label: { text: 'Visit' },
          text: 'Seen alone.',
          datetime: { timestamp: '2026-06-15', type: 'date' },
          byline: { text: 'Joe Bloggs' },
        },
        {
          label: { html: '<i>Call</i>' },
          html: '<p>To school</p>',
          datetime: { timestamp: '2026-06-14', type: 'date' },
        },
      ],
    },
    <Timeline
      headingLevel={3}
      attributes={{ id: 't' }}
      items={[
        {
          label: 'Visit',
          timestamp: '2026-06-15',
          date: 'the day of 2026-06-15',
          byline: 'Joe Bloggs',
          children: 'Seen alone.',
        },
        { label: <i>Call</i>, timestamp: '2026-06-14', date: 'the day of 2026-06-14', children: <p>To school</p> },
      ]}
    />,
  ],
  [
    'ticket-panel',
    'with a colour',
    { classes: 'x', items: [{ html: '<h2>A</h2>', classes: 'moj-ticket-panel__content--blue' }, { text: 'B' }] },
    <TicketPanel classes="x" items={[{ text: <h2>A</h2>, colour: 'blue' }, { text: 'B' }]} />,
  ],
  [
    'filter',
    'with nothing chosen',
    { heading: { text: 'Filter' }, optionsHtml: '<p>fields</p>' },
    <Filter>
      <p>fields</p>
    </Filter>,
  ],
  [
    'filter',
    'with something chosen',
    {
      heading: { text: 'Which children' },
      submit: { text: 'Show', attributes: { id: 'show' } },
      optionsHtml: '<p>fields</p>',
      selectedFilters: {
        heading: { text: 'Selected filters' },
        clearLink: { text: 'Clear filters', href: '?' },
        categories: [{ heading: { text: 'Team' }, items: [{ text: 'North', href: '?team=' }] }],
      },
    },
    <Filter
      heading="Which children"
      submit={{ text: 'Show', attributes: { id: 'show' } }}
      selected={{ clear: { href: '?' }, categories: [{ heading: 'Team', items: [{ text: 'North', href: '?team=' }] }] }}
    >
      <p>fields</p>
    </Filter>,
  ],
  ['alert', 'of a title', { title: 'Saved', variant: 'success' }, <Alert title="Saved" variant="success" />],
  [
    'alert',
    'with a heading',
    {
      title: 'Late',
      html: '<p>Three days</p>',
      variant: 'warning',
      showTitleAsHeading: true,
      headingTag: 'h3',
      role: 'alert',
    },
    <Alert title="Late" variant="warning" showTitleAsHeading headingTag="h3" role="alert">
      <p>Three days</p>
    </Alert>,
  ],
  [
    'alert',
    'that goes away',
    {
      title: 'Told',
      text: 'The referrer',
      dismissible: true,
      dismissText: 'Hide',
      disableAutoFocus: true,
      focusOnDismissSelector: '#x',
      classes: 'y',
      attributes: { id: 'a' },
    },
    <Alert
      title="Told"
      dismissible
      dismissText="Hide"
      disableAutoFocus
      focusOnDismissSelector="#x"
      classes="y"
      attributes={{ id: 'a' }}
    >
      The referrer
    </Alert>,
  ],
  ['alert', 'of an error', { title: 'Failed', variant: 'error' }, <Alert title="Failed" variant="error" />],
]

test.each(cases)('%s %s gives the same HTML', (template, _says, params, ours) => {
  const theirs = templates.render(`moj/components/${template}/template.njk`, { params })
  expect(normalised(drawHtml(ours))).toBe(normalised(theirs))
})
