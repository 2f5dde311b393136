import type { Signal } from '@preact/signals'
import { KeyCap } from '../../parts/button.tsx'

interface KeyedChoiceProps<Value extends string> {
  label: string
  value: Signal<Value>
  of: readonly Value[]
  words: Record<Value, string>
  /** The key that chooses it; whoever shows the choice listens for it. */
  keyOf: (value: Value) => string
}

/** One of a few, each with the key that chooses it. */
export function KeyedChoice<Value extends string>(props: KeyedChoiceProps<Value>) {
  const { label, value, of, words, keyOf } = props
  return (
    <div class="rf-segments" role="radiogroup" aria-label={label}>
      {of.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={label}
            checked={value.value === one}
            aria-keyshortcuts={keyOf(one)}
            onChange={() => {
              value.value = one
            }}
          />
          <span>
            {words[one]}
            <KeyCap of={keyOf(one)} />
          </span>
        </label>
      ))}
    </div>
  )
}
