import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { IconButton } from '../../parts/button.tsx'
import { useMount } from '../../parts/effects.ts'
import { allWords } from '../../words/all-words.ts'

interface DialogProps {
  title: string
  children: ComponentChildren
  onClose: () => void
  /** Single keys while it is open; returns whether the key was taken. */
  onKey?: (key: string) => boolean
}

/** A modal on the native element: Escape and a click beside it close it, and focus returns to where it was. */
export function Dialog({ title, children, onClose, onKey }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  useMount(() => {
    const dialog = ref.current
    const before = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    const first = dialog?.querySelector('.rf-dialog-body :is(input, textarea, button):not(:disabled)')
    if (first instanceof HTMLElement) first.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  })
  return (
    <dialog
      ref={ref}
      class="rf-dialog"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          onClose()
        } else if (onKey && !event.isComposing && onKey(event.key)) event.preventDefault()
      }}
    >
      <div class="rf-dialog-inner">
        <header class="rf-dialog-head">
          <h2>{title}</h2>
          <IconButton icon="cross" label={allWords.value.panel.close} onClick={onClose} />
        </header>
        <div class="rf-dialog-body">{children}</div>
      </div>
    </dialog>
  )
}
