import { expect, test } from 'vitest'
import { englishCalendars, moment } from '../calendar/index.ts'
import { recordOf } from '../pathway/entries.test-help.ts'
import { day } from '../pathway/field.ts'
import { foldWithClocks } from '../pathway/folded.ts'
import { assemble } from '../pathway/house.ts'
import { pathway } from '../pathway/pathway.ts'
import { step } from '../pathway/step.ts'
import { rowsOf } from './rows.ts'

const work = pathway({
  id: 'work',
  title: 'Work',
  episode: 'piece of work',
  about: 'child',
  law: ['An Act'],
  steps: { report: step('Report', { made: day('Made') }, { authorisedBy: 'team manager' }) },
})
const house = assemble({ pathways: [work], handovers: [], calendars: englishCalendars })

test('work handed in after midnight in London waits since the new day, while the clock of the world says the old', () => {
  const record = recordOf('work')
  record.tell('report', { made: '2022-06-15' }, { recorded: moment('2022-06-15T23:30:00.000Z') })
  const { task } = rowsOf({ house, measures: [] }, foldWithClocks(house, 1, record.entries))
  expect(task).toMatchObject([{ kind: 'sign-off', since: '2022-06-16', since_at: '2022-06-15T23:30:00.000Z' }])
})
