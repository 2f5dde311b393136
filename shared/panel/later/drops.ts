import { type Panel, say, show } from '../state/panel.ts'
import { allWords } from '../words/all-words.ts'

/** The longest pasted text that is kept, in UTF-16 units; the event's own limit. */
export const longestPaste = 200_000

/** Takes pasted and dropped text anywhere on the panel; returns what stops it. */
export function listenToDrops(panel: Panel, page: Document): () => void {
  const take = (text: string, source: 'pasted' | 'dropped') => {
    if (!text.trim() || panel.dialog.value || !panel.scope.value?.live.value) return
    if (text.length > longestPaste) say(panel, allWords.value.write.tooLong)
    panel.pasted.value = { text: text.slice(0, longestPaste), source }
    show(panel, 'paste')
  }
  const onPaste = (event: ClipboardEvent) => {
    if (isField(event.target)) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text) event.preventDefault()
    take(text, 'pasted')
  }
  const onOver = (event: DragEvent) => {
    if (!isField(event.target)) event.preventDefault()
  }
  const onDrop = (event: DragEvent) => {
    if (isField(event.target)) return
    event.preventDefault()
    const text = event.dataTransfer?.getData('text/plain') ?? ''
    const file = event.dataTransfer?.files[0]
    if (text) take(text, 'dropped')
    else if (file && (file.type.startsWith('text/') || /\.(txt|log|csv|json|xml|ini)$/i.test(file.name))) {
      void file.text().then((content) => take(content, 'dropped'))
    }
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

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input,textarea,select,[contenteditable]') !== null
}
