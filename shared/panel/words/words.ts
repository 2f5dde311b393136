import { signal } from '@preact/signals'
import { en, type Words } from './en.ts'

/** The catalogue in use; components that read it are drawn again when it changes. */
export const words = signal<Words>(en)
