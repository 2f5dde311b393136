import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useChange } from '../../parts/effects.ts'
import { allWords } from '../../words/all-words.ts'
import { ClientSwitch } from '../texts/client-switch.tsx'
import { Dialog } from './dialog.tsx'

interface ReasonsProps<Reason extends string> {
  title: string
  reasons: readonly Reason[]
  labels: Record<Reason, string>
  /** Takes the reason; with words, and whether the client may read them, only where the reason asks for them. */
  onChoose: (reason: Reason, said?: { words: string; client: boolean }) => void
  onClose: () => void
}

/** One key for a reason; words are asked for `other` alone. */
export function Reasons<Reason extends string>(props: ReasonsProps<Reason>) {
  const { title, reasons, labels, onChoose, onClose } = props
  const asking = useSignal<Reason | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const client = useRef<HTMLInputElement>(null)
  useChange(asking.value, () => {
    if (asking.value) field.current?.focus()
  })
  const choose = (reason: Reason) => {
    if (reason === 'other') asking.value = reason
    else onChoose(reason)
  }
  const byKey = (key: string): boolean => {
    const reason = asking.value ? undefined : reasons[Number(key) - 1]
    if (!/^[1-9]$/.test(key) || reason === undefined) return false
    choose(reason)
    return true
  }
  return (
    <Dialog title={title} onClose={onClose} onKey={byKey}>
      <ul class="rf-menu">
        {reasons.map((reason, index) => (
          <li key={reason}>
            <button type="button" class="rf-choice rf-wide" onClick={() => choose(reason)}>
              <span class="rf-key" aria-hidden="true">
                {index + 1}
              </span>
              <span>{labels[reason]}</span>
            </button>
          </li>
        ))}
      </ul>
      {asking.value && (
        <form
          class="rf-stack"
          onSubmit={(event) => {
            event.preventDefault()
            const text = field.current?.value.trim()
            if (asking.value && text)
              onChoose(asking.value, { words: text, client: client.current?.checked === true })
          }}
        >
          <label class="rf-field rf-grow">
            <span>{allWords.value.write.other}</span>
            <input ref={field} type="text" autoComplete="off" maxLength={4000} />
          </label>
          <ClientSwitch box={client} />
          <Button look="lead" type="submit" hint="Enter">
            {allWords.value.panel.save}
          </Button>
        </form>
      )}
    </Dialog>
  )
}
