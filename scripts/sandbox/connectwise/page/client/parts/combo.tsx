import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Choice } from '../../desk/desk.ts'
import { gwt } from './gwt.ts'

/**
 * A drop-down as the client has it: an input that shows the chosen name, and a list that opens under it. Arrow keys,
 * Enter, Escape and typing the beginning of a name work.
 */
export function Combo(props: {
  id: string
  hook: string
  choices: readonly Choice[]
  value: Choice | null
  optional?: boolean
  onChange: (choice: Choice | null) => void
}) {
  const list = useId()
  const typed = useRef({ text: '', at: 0 })
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const rows: (Choice | null)[] = props.optional ? [null, ...props.choices] : [...props.choices]

  useEffect(() => {
    if (open) document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [open, active, list])

  const show = () => {
    setActive(
      Math.max(
        0,
        rows.findIndex((row) => row?.id === props.value?.id),
      ),
    )
    setOpen(true)
  }
  const choose = (row: Choice | null | undefined) => {
    setOpen(false)
    if (row !== undefined && row?.id !== props.value?.id) props.onChange(row)
  }
  const find = (key: string, at: number) => {
    typed.current = { text: (at - typed.current.at < 800 ? typed.current.text : '') + key.toLowerCase(), at }
    const hit = rows.findIndex((row) => row?.name.toLowerCase().startsWith(typed.current.text))
    if (hit >= 0) setActive(hit)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return setOpen(false)
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') return setOpen(false)
    event.preventDefault()
    if (!open) {
      show()
      if (event.key.length === 1 && event.key !== ' ') find(event.key, event.timeStamp)
      return
    }
    if (event.key === 'ArrowDown') setActive((active + 1) % rows.length)
    else if (event.key === 'ArrowUp') setActive((active + rows.length - 1) % rows.length)
    else if (event.key === 'Enter' || event.key === ' ') choose(rows[active])
    else if (event.key.length === 1) find(event.key, event.timeStamp)
  }
  return (
    <div className={`cw_Combo ${gwt('combo')}`}>
      <input
        id={props.id}
        className={`${props.hook} ${gwt('input')}`}
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open ? `${list}-${active}` : undefined}
        readOnly={true}
        value={props.value?.name ?? ''}
        onMouseDown={() => (open ? setOpen(false) : show())}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      {open && (
        <div className="cw_ComboList" role="listbox" id={list}>
          {rows.map((row, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input keeps the focus and handles the keys
            <div
              key={row?.id ?? 'none'}
              id={`${list}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              className={`cw_ComboItem ${gwt('item')}`}
              onMouseDown={(event) => event.preventDefault()}
              onMouseEnter={() => setActive(at)}
              onClick={() => choose(row)}
            >
              {row?.name ?? '(none)'}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
