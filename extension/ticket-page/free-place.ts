export interface Size {
  width: number
  height: number
}

/** Where something stands in the window, in pixels. */
export interface Place {
  left: number
  top: number
}

/** Pixels to the window's edge: so much that no scroll bar is covered. */
const margin = 20
/** Pixels from one try to the next. */
const step = 32

/**
 * The first free place along the edges of a window: up the right edge, then along the bottom, up the left edge and
 * along the top. Null where none is free, or the window is too small.
 */
export function freePlace(view: Size, size: Size, isFree: (place: Place) => boolean): Place | null {
  const right = view.width - size.width - margin
  const bottom = view.height - size.height - margin
  if (right < margin || bottom < margin) return null
  const upwards = steps(bottom)
  const leftwards = steps(right)
  const places = [
    ...upwards.map((top) => ({ left: right, top })),
    ...leftwards.map((left) => ({ left, top: bottom })),
    ...upwards.map((top) => ({ left: margin, top })),
    ...leftwards.map((left) => ({ left, top: margin })),
  ]
  return places.find(isFree) ?? null
}

/** The points of a place that are looked at: a net too fine for a control to slip through. */
export function* netOver({ left, top }: Place, { width, height }: Size): Generator<[number, number]> {
  const [across, down] = [Math.ceil(width / 12), Math.ceil(height / 10)]
  for (let row = 0; row <= down; row += 1)
    for (let column = 0; column <= across; column += 1)
      yield [left + (width * column) / across, top + (height * row) / down]
}

/** From a number down to the margin, step by step. */
function steps(from: number): number[] {
  return Array.from({ length: Math.floor((from - margin) / step) + 1 }, (_, at) => from - at * step)
}
