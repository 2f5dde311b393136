import { computed } from '@preact/signals'
import type { Words } from './en.ts'
import type { LaterWords } from './en-later.ts'
import { laterWords } from './later-words.ts'
import { words } from './words.ts'

/** Every word the panel shows: those of the first screens and those that came later, by group. */
export const allWords = computed(() => merged(words.value, laterWords.value))

/** A group that both catalogues have holds the texts of both. */
function merged(first: Words, later: LaterWords): Words & LaterWords {
  return {
    ...first,
    ...later,
    panel: { ...first.panel, ...later.panel },
    signIn: { ...first.signIn, ...later.signIn },
    ticket: { ...first.ticket, ...later.ticket },
    pick: { ...first.pick, ...later.pick },
    run: { ...first.run, ...later.run },
  }
}
