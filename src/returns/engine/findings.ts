/** What the rules found, eight whole numbers a finding; sentences are made only when somebody reads them. */
import { grown } from './codes.ts'

const width = 8

/** One finding of the list, by number. `-1` where there is none. */
export interface Finding {
  readonly rule: number
  readonly child: number
  readonly table: number
  readonly row: number
  /** Findings of one group belong together; 0 for a finding by itself. */
  readonly group: number
  /** The columns spoken of, one bit each; 0 means those of the rule. */
  readonly fields: number
  readonly clashTable: number
  readonly clashRow: number
}

export class Findings {
  private cells = new Int32Array(width * 256)
  length = 0

  add(finding: Finding): void {
    const at = this.length * width
    if (at + width > this.cells.length) this.cells = grown(this.cells, at + width)
    this.cells[at] = finding.rule
    this.cells[at + 1] = finding.child
    this.cells[at + 2] = finding.table
    this.cells[at + 3] = finding.row
    this.cells[at + 4] = finding.group
    this.cells[at + 5] = finding.fields
    this.cells[at + 6] = finding.clashTable
    this.cells[at + 7] = finding.clashRow
    this.length++
  }

  at(place: number): Finding {
    const at = place * width
    const cell = (offset: number) => this.cells[at + offset]!
    return {
      rule: cell(0),
      child: cell(1),
      table: cell(2),
      row: cell(3),
      group: cell(4),
      fields: cell(5),
      clashTable: cell(6),
      clashRow: cell(7),
    }
  }

  rule(place: number): number {
    return this.cells[place * width]!
  }

  child(place: number): number {
    return this.cells[place * width + 1]!
  }

  group(place: number): number {
    return this.cells[place * width + 4]!
  }

  /** The number of the finding of this row in this group among those from `from` on; -1 for none. */
  find(from: number, table: number, row: number, group: number): number {
    for (let place = from; place < this.length; place++) {
      const at = place * width
      if (this.cells[at + 3] === row && this.cells[at + 2] === table && this.cells[at + 4] === group) return place
    }
    return -1
  }

  /** Adds columns to a finding; one that speaks of all the columns of its rule goes on doing so. */
  widen(place: number, fields: number): void {
    const at = place * width + 5
    this.cells[at] = fields === 0 || this.cells[at] === 0 ? 0 : this.cells[at]! | fields
  }

  /** Forgets the findings from `from` on that `keep` does not hold. */
  retain(keep: (rule: number) => boolean): void {
    let to = 0
    for (let place = 0; place < this.length; place++) {
      if (!keep(this.cells[place * width]!)) continue
      if (to !== place) this.cells.copyWithin(to * width, place * width, (place + 1) * width)
      to++
    }
    this.length = to
  }
}
