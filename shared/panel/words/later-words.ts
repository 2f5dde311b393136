import { signal } from '@preact/signals'
import { enLater, type LaterWords } from './en-later.ts'

/** The words of the parts that load once the panel is idle. */
export const laterWords = signal<LaterWords>(enLater)
