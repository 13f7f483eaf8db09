/** Every page of the product. One file each; a page that is not here does not exist. */
import type { Page } from '../server/page.ts'
import { chronologyPage } from './child/chronology.tsx'
import { entryPage } from './child/entry.tsx'
import { episodePage } from './child/episode.tsx'
import { familyPage } from './child/family.tsx'
import { knownPage } from './child/known.tsx'
import { lookedPage } from './child/looked.tsx'
import { startPage } from './child/start.tsx'
import { childSummary } from './child/summary.tsx'
import { measureChildren } from './measures/children.tsx'
import { measureFile } from './measures/file.ts'
import { measuresPage } from './measures/list.tsx'
import { measurePage } from './measures/measure.tsx'
import { monthEndChildren, monthEndFile } from './measures/month-ends/children.tsx'
import { monthEndsPage } from './measures/month-ends/list.tsx'
import { monthEndPage } from './measures/month-ends/month-end.tsx'
import { packPages } from './pack/index.ts'
import { addPage } from './people/add.tsx'
import { findPage } from './people/find.tsx'
import { accessibilityPage } from './plain/accessibility.tsx'
import { documentPage } from './plain/document.tsx'
import { duePage } from './plain/due.tsx'
import { mergeDrafts } from './record-step/merge.tsx'
import { recordStep } from './record-step/page.ts'
import { reportsPage } from './reports/list.tsx'
import { reportFile, reportPage } from './reports/report.tsx'
import { settingsPage } from './settings/list.tsx'
import { settingPage } from './settings/setting.tsx'
import { staffPages } from './staff/index.ts'
import { work } from './work/index.ts'

const people = [
  findPage,
  addPage,
  childSummary,
  chronologyPage,
  familyPage,
  knownPage,
  lookedPage,
  startPage,
  episodePage,
  entryPage,
]
const measures = [measuresPage, measurePage, measureChildren, measureFile]
const monthEnds = [monthEndsPage, monthEndPage, monthEndChildren, monthEndFile]
const reports = [reportsPage, reportPage, reportFile]
const plain = [duePage, documentPage, accessibilityPage]

const settings = [settingsPage, settingPage]

export const pages: readonly Page[] = [
  ...work,
  ...people,
  recordStep,
  mergeDrafts,
  ...measures,
  ...monthEnds,
  ...reports,
  ...packPages,
  ...plain,
  ...settings,
  ...staffPages,
]
