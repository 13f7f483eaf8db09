/** The arithmetic of a chart: where things stand, in the units of its drawing. */

/** Round marks of an axis that hold every value: steps of 1, 2 or 5 times a power of ten, at most six of them. */
export const ticksFor = (values: readonly number[], { fromZero }: { fromZero: boolean }): readonly number[] => {
  const least = Math.min(...values, ...(fromZero ? [0] : []))
  const most = Math.max(...values, ...(fromZero ? [0] : []))
  const span = most - least || Math.abs(most) || 1
  const rough = span / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5].find((times) => times * power >= rough * 0.999_999) ?? 10)
  const first = Math.floor(least / step + 1e-9)
  const last = Math.max(Math.ceil(most / step - 1e-9), first + 1)
  // Multiplied from whole numbers, and rounded: adding steps up would gather errors of the last digit.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** A place between `start` and `end` for a value between the first tick and the last. */
export const placeOf = (value: number, ticks: readonly number[], start: number, end: number): number => {
  const first = ticks[0] ?? 0
  const last = ticks[ticks.length - 1] ?? 1
  return start + ((value - first) / (last - first)) * (end - start)
}

/** Moves labels apart until each has `gap`, keeping their order and as near as may be to where they belong. */
export const spread = (places: readonly number[], gap: number, least: number, most: number): readonly number[] => {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place)
  let floor = least
  for (const label of order) {
    label.place = Math.max(label.place, floor)
    floor = label.place + gap
  }
  let ceiling = most
  for (const label of order.toReversed()) {
    label.place = Math.min(label.place, ceiling)
    ceiling = label.place - gap
  }
  return order.sort((a, b) => a.index - b.index).map(({ place }) => place)
}

/** The path of a line through what is known: broken where a value is missing. */
export const linePath = (points: readonly (readonly [x: number, y: number] | null)[]): string => {
  let path = ''
  let isPenDown = false
  for (const point of points) {
    if (point) path += `${isPenDown ? 'L' : 'M'}${round(point[0])} ${round(point[1])}`
    isPenDown = point !== null
  }
  return path
}

/** A tenth of a unit of the drawing is less than anyone sees. */
export const round = (place: number): number => Math.round(place * 10) / 10
