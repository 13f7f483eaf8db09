/** `npm run bench -- import`: files into the record, each beside bare parsing of the same bytes. */
import { censusHalf } from './import/census.ts'
import { benchComparators } from './import/comparators.ts'
import { Budgets, sayMachine } from './support/measure.ts'

export async function run(): Promise<number> {
  sayMachine()
  const budgets = new Budgets()
  await benchComparators(budgets)
  await censusHalf(budgets)
  return budgets.exitCode
}
