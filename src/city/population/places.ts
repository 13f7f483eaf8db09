/** Aldermere, a city that does not exist: its wards, streets and postcodes (area ZZ is never given to real streets). */

import { type Place, type Postcode, parsePostcode } from '../../core/people/index.ts'
import { type Random, type Weighted, weighted } from '../random.ts'

export const cityName = 'Aldermere'
export const councilName = 'Aldermere City Council'
/** DfE number of the council: 999 is given to no real one. */
export const authorityNumber = 999

export interface Ward {
  /** Its place in the list of wards; the postcode district is one more. */
  readonly index: number
  readonly name: string
  /** National deprivation fifth: 1 is the most deprived. */
  readonly deprivation: 1 | 2 | 3 | 4 | 5
}

/** Name, deprivation fifth, share of the families. */
const wardTable = [
  ['Abbotsmoor', 1, 7],
  ['Beckside', 1, 7],
  ['Castlegate', 2, 5],
  ['Dyers Green', 1, 6],
  ['Easthollow', 2, 6],
  ['Fullers Mead', 3, 5],
  ['Greyfriars', 1, 5],
  ['Hollinside', 4, 5],
  ['Ivyholme', 3, 5],
  ['Kilnfield', 2, 7],
  ['Larkmoor', 4, 5],
  ['Millrace', 2, 6],
  ['Nethergate', 1, 6],
  ['Orchard Bank', 5, 4],
  ['Priorsmead', 4, 5],
  ['Quarry Rise', 3, 6],
  ['Ropewalk', 2, 6],
  ['Saltersbrook', 5, 4],
] as const

export const wards: readonly Ward[] = wardTable.map(([name, deprivation], index) => ({ index, name, deprivation }))
export const wardsByFamilies: Weighted<Ward> = weighted(wards.map((ward, at) => [ward, wardTable[at]?.[2] ?? 1]))

const first = `Acorn Alder Anvil Ash Badger Barley Beacon Beech Birch Bluebell Bobbin Bramble Briar Bridge Brook Cedar
  Chapel Cherry Clover Cobbler Copper Coppice Cowslip Crane Cygnet Damson Dragonfly Dray Elder Elm Falcon Fern Ferry
  Finch Flint Forge Foundry Foxglove Gorse Hawthorn Hazel Heather Heron Holly Hop Ivy Jay Juniper Kestrel Kingfisher
  Larch Lark Laurel Lavender Lilac Lime Linden Linnet Loom Magpie Mallard Maple Marigold Martin Meadow Mill Moss Nettle
  Nightingale Oak Orchard Osier Otter Owl Pear Pine Plover Plum Poplar Poppy Primrose Quince Raven Reed Robin Rook
  Rowan Rush Saddler Sedge Shuttle Skylark Sorrel Spindle Swallow Swift Sycamore Tanner Teasel Thistle Thrush Weaver
  Willow Wren Yarrow Yew`.split(/\s+/)
const second = ['Street', 'Road', 'Lane', 'Avenue', 'Close', 'Way', 'Drive', 'Grove', 'Place', 'Walk', 'Rise', 'Court']
const streetsPerWard = 45

/** Every street has one name in the whole city: the step is coprime to the number of combinations. */
function streetName(ward: Ward, street: number): string {
  const combination = ((ward.index * streetsPerWard + street) * 7) % (first.length * second.length)
  return `${first[Math.floor(combination / second.length)]} ${second[combination % second.length]}`
}

const unitLetters = 'ABDEFGHJLNPQRSTUWXYZ'

/** The unit of a street: odd and even numbers have their own. */
function postcodeOf(ward: Ward, street: number, house: number): Postcode {
  const unit = street * 2 + (house % 2)
  const letters = unitLetters.charAt(Math.floor(unit / 10)) + unitLetters.charAt((unit * 7 + ward.index) % 20)
  const parsed = parsePostcode(`ZZ${ward.index + 1} ${unit % 10}${letters}`)
  if (!parsed.ok) throw new Error(parsed.says)
  return parsed.value
}

/** Places to live, made as they are needed; the texts of a street are made once. */
export class StreetPlan {
  #names = new Map<number, string>()
  #postcodes = new Map<number, Postcode>()

  place(ward: Ward, random: Random): Place {
    const street = random.int(0, streetsPerWard - 1)
    const house = random.int(1, 140)
    const flat = random.chance(ward.deprivation <= 2 ? 0.22 : 0.08) ? ['Flat', `${random.int(1, 24)},`] : []
    const key = ward.index * streetsPerWard + street
    const name = this.#names.get(key) ?? streetName(ward, street)
    this.#names.set(key, name)
    const unit = key * 2 + (house % 2)
    const postcode = this.#postcodes.get(unit) ?? postcodeOf(ward, street, house)
    this.#postcodes.set(unit, postcode)
    // `join` gives one flat text; a template would keep its pieces in memory, for each of 100,000 homes.
    return { lines: [[...flat, house, name].join(' '), cityName], postcode }
  }
}
