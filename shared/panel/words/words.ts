import { signal } from '@preact/signals'
import { en, type Words } from './en.ts'

/** The words of the first screens; components that read them are drawn again when they change. */
export const words = signal<Words>(en)
