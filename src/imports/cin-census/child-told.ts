/** One child of a census, whole: who they are, then everything in the order of its days. */
import type { Day } from '../../core/calendar/index.ts'
import { type ChildId, parseChildId } from '../../core/people/identifiers.ts'
import type { ChildInNeed } from '../../returns/cin-census/facts.ts'
import type { ChildTold, Fault, NoLonger, Told } from '../told.ts'
import { Cells } from './cells.ts'
import { type NeedTold, needTold } from './need-told.ts'
import type { Period } from './period.ts'
import { personTold } from './person-told.ts'
import { plansIn } from './plan-told.ts'
import { protectionTold } from './protection-told.ts'

export interface Child extends ChildTold {
  readonly childId: ChildId
  /** What of the child's rows cannot be loaded whatever the record holds. */
  readonly faults: readonly Fault[]
}

/** Without a child id nobody could be found again: then nothing of the child is loaded. */
export type ReadChild = Child | { readonly childId: null; readonly faults: readonly Fault[] }

export function childTold(child: ChildInNeed, period: Period): ReadChild {
  const cells = new Cells()
  const [identifiers] = child.ChildIdentifiers
  const id = parseChildId(child.id)
  if (!id.ok) {
    const how = 'A child is loaded under the council’s own id (LAchildID): letters and digits, at most 20.'
    if (identifiers)
      cells.fault(identifiers, 'LAchildID', child.id === '' ? `The child id is missing. ${how}` : `${id.says} ${how}`)
    return { childId: null, faults: cells.faults }
  }
  const person = personTold(child, id.value, cells)
  const plans = plansIn(child, cells)
  const seen = new Set<Day>()
  const needs: NeedTold[] = []
  const referrals = new Map<number, NeedTold>()
  for (const row of child.CINdetails) {
    const need = needTold({ child, plans, period, seen, cells }, row)
    if (need === undefined) continue
    needs.push(need)
    referrals.set(row.row, need)
  }
  const protection = protectionTold({ child, born: person.born, plans, referrals, period, cells })
  const work: Told[] = [...needs.flatMap(({ told }) => told), ...protection.told]
  const noLonger: NoLonger[] = [...needs.flatMap((need) => need.noLonger), ...protection.noLonger]
  return { childId: id.value, told: [...person.told, ...work.sort(byDay)], noLonger, faults: cells.faults }
}

/** A closure comes after everything else of its day; what else is of one day stays as it was told. */
function byDay(one: Told, other: Told): number {
  const [a, b] = [one.day ?? '', other.day ?? '']
  if (a !== b) return a < b ? -1 : 1
  return Number(one.step === 'closure') - Number(other.step === 'closure')
}
