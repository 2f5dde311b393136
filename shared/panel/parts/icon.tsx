/** Outlines on a 16 px grid, drawn for this panel. */
const first = {
  back: 'M9.5 3.5 5 8l4.5 4.5',
  paste: 'M5.5 3.5H4v10h8v-10h-1.5M6 2.5h4v2.5H6zM6 8h4M6 10.5h2.5',
  acted: 'M3 13l.7-2.9L10.4 3.4l2.2 2.2-6.7 6.7zM9 4.8 11.2 7',
  skip: 'M3.5 4 8 8l-4.5 4zM8 4l4.5 4L8 12zM13 4v8',
  not: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM4.2 4.2l7.6 7.6',
  park: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM6.5 6v4M9.5 6v4',
  more: 'M3 8h.8M7.6 8h.8M12.2 8h.8',
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  warn: 'M8 2.5 14 13H2zM8 6.5v3M8 11.3h.01',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  note: 'M3.5 2.5h6l3 3v8h-9zM6 7h4M6 9.5h4',
  say: 'M2.5 3.5h11v7H7l-3 2.5v-2.5H2.5z',
} as const

export type LaterIconName =
  | 'clock'
  | 'search'
  | 'undo'
  | 'plus'
  | 'open'
  | 'eye'
  | 'send'
  | 'down'
  | 'person'
  | 'offline'
export type IconName = keyof typeof first | LaterIconName

const outlines: Partial<Record<IconName, string>> = { ...first }

/** Adds the outlines of parts that were loaded later. */
export function addOutlines(more: Record<LaterIconName, string>): void {
  Object.assign(outlines, more)
}

/** A decorative outline; the control around it carries the words. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="rf-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  )
}

/** The mark: a path that forks and comes to one end. */
export function Mark() {
  return (
    <svg class="rf-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3v4.2M12 7.2C12 12 5.5 9.5 5.5 14M12 7.2C12 12 18.5 9.5 18.5 14M5.5 14c0 3.5 4 3.8 6.5 6.5" />
      <circle cx="12" cy="20.2" r="1.9" />
      <circle cx="18.5" cy="15" r="1.4" />
    </svg>
  )
}
