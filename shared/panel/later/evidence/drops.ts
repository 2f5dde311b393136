import type { StepAddress } from '#shared/session/event.ts'
import { type Panel, say, show } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { cutText, readTextFile, storable } from './read-file.ts'

/** The longest pasted text that is kept, in UTF-16 units; the event's own limit. */
export const longestPaste = 200_000

/** Takes pasted and dropped text anywhere on the panel; returns what stops it. */
export function listenToDrops(panel: Panel, page: Document): () => void {
  const onPaste = (event: ClipboardEvent) => {
    if (isField(event.target)) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!text.trim()) return
    event.preventDefault()
    const place = placeFor(panel)
    if (place) take(panel, place, storable(text), 'pasted')
  }
  const onOver = (event: DragEvent) => {
    if (!isField(event.target)) event.preventDefault()
  }
  const onDrop = (event: DragEvent) => {
    if (isField(event.target)) return
    event.preventDefault()
    const text = event.dataTransfer?.getData('text/plain') ?? ''
    const file = event.dataTransfer?.files[0]
    if (!text.trim() && !file) return
    const place = placeFor(panel)
    if (!place) return
    if (file) void takeFile(panel, place, file)
    else take(panel, place, storable(text), 'dropped')
  }
  page.addEventListener('paste', onPaste)
  page.addEventListener('dragover', onOver)
  page.addEventListener('drop', onDrop)
  return () => {
    page.removeEventListener('paste', onPaste)
    page.removeEventListener('dragover', onOver)
    page.removeEventListener('drop', onDrop)
  }
}

/** Where something arrived: it belongs there, whatever is shown once it has been read. */
interface Place {
  scope: Scope
  step: StepAddress | null
}

/** The place shown, or null, with a word why, where nothing can be kept now. */
function placeFor(panel: Panel): Place | null {
  const t = allWords.value.write
  const scope = panel.scope.value
  if (panel.dialog.value) say(panel, t.dialogFirst)
  else if (!scope?.live.value) say(panel, t.startFirst)
  else return { scope, step: scope.here.value?.address ?? null }
  return null
}

async function takeFile(panel: Panel, place: Place, file: File): Promise<void> {
  const t = allWords.value.write
  const read = await readTextFile(file, longestPaste)
  if ('refused' in read) return say(panel, t.refused[read.refused](file.name))
  if (!read.text.trim()) return say(panel, t.refused.empty(file.name))
  take(panel, place, read.text, 'dropped', read.cut)
}

function take(
  panel: Panel,
  { scope, step }: Place,
  text: string,
  source: 'pasted' | 'dropped',
  cut = text.length > longestPaste,
): void {
  const t = allWords.value.write
  // Another ticket is shown by now, or something is being written: it must not end up there.
  if (panel.scope.value !== scope || panel.dialog.value) {
    say(panel, t.dropAgain)
    return
  }
  panel.pasted.value = { text: cutText(text, longestPaste), source, step, cut }
  show(panel, 'paste')
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input,textarea,select,[contenteditable]') !== null
}
