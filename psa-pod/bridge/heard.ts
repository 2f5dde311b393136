/** Of a window's message event, what is looked at. Every part may be forged but `origin` and `source`. */
export interface Heard {
  data: unknown
  origin: string
  /** The window it came from. */
  source: unknown
}

/** What hears messages: a window. */
export interface Hearing {
  addEventListener(type: 'message', listener: (event: Heard) => void): void
  removeEventListener(type: 'message', listener: (event: Heard) => void): void
}
