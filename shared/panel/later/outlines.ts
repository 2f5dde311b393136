import type { LaterIconName } from '../parts/icon.tsx'

/** Outlines of the parts that load later, drawn for this panel on a 16 px grid. */
export const laterOutlines: Record<LaterIconName, string> = {
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3l2 1.5',
  search: 'M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM10 10l3.5 3.5',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H7',
  plus: 'M8 3v10M3 8h10',
  open: 'M9 2.5h4.5V7M13.5 2.5 8 8M11.5 9v4.5h-9v-9H7',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z',
  send: 'M2.5 8 13.5 3l-3.2 10L7.6 8.9zM7.6 8.9l5.9-5.9',
  down: 'M8 2.5V10M4.8 7.2 8 10.4l3.2-3.2M3 13.5h10',
  person: 'M8 3a2.3 2.3 0 1 0 0 4.6A2.3 2.3 0 0 0 8 3zM3.5 13.2c.5-2.4 2.2-3.7 4.5-3.7s4 1.3 4.5 3.7',
  offline: 'M2 2l12 12M3 7.5a7 7 0 0 1 3-1.8M13 7.5a7 7 0 0 0-4.5-2M5.5 10a3.6 3.6 0 0 1 3.5-.7M8 12.8h.01',
}
