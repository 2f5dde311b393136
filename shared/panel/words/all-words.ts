import { computed } from '@preact/signals'
import type { Words } from './en.ts'
import type { LaterWords } from './en-later.ts'
import { laterWords } from './later-words.ts'
import { words } from './words.ts'

/** Every word the panel shows: those of the first screens and those that came later, by group. */
export const allWords = computed(() => merged(words.value, laterWords.value))

function merged(first: Words, later: LaterWords): Words & LaterWords {
  const groups: Record<string, object> = { ...first }
  for (const [name, group] of Object.entries(later)) groups[name] = { ...groups[name], ...group }
  // Each group of both catalogues is there with the texts of both.
  return groups as Words & LaterWords
}
