import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { KeyCap } from '../../parts/button.tsx'
import { useMount } from '../../parts/effects.ts'
import { allWords } from '../../words/all-words.ts'

const key = 'Alt+L'

/** Whether the client may read what is being written in its form; Alt+L switches it from anywhere there. */
export function ClientSwitch({ box, on = false }: { box: RefObject<HTMLInputElement | null>; on?: boolean }) {
  const label = useRef<HTMLLabelElement>(null)
  useMount(() => {
    const form = label.current?.closest('form')
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.code !== 'KeyL') return
      event.preventDefault()
      if (box.current) box.current.checked = !box.current.checked
    }
    form?.addEventListener('keydown', onKey)
    return () => form?.removeEventListener('keydown', onKey)
  })
  const t = allWords.value.note
  return (
    <label class="rf-check" ref={label}>
      <input ref={box} type="checkbox" defaultChecked={on} aria-keyshortcuts={key} />
      <span>{t.client}</span>
      <KeyCap of={key} />
    </label>
  )
}
