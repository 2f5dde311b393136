import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { gwt } from './gwt.ts'

/**
 * A toolbar button of the older part of the client: a plain `click()` is not enough, the inner element reacts to
 * mousedown, mouseup and click in that order, or to Enter and Space.
 */
export function ToolbarButton(props: {
  hook: string
  label: string
  onPress: () => void
  disabled?: boolean
  pressed?: boolean
  icon?: ReactNode
}) {
  const stage = useRef(0)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    if (!props.disabled) props.onPress()
  }
  return (
    <div className={`cw_ToolbarButton cw_ToolbarButton_${props.hook} ${gwt('toolbar-button')}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: the page it stands for has no button elements here */}
      <div
        className={`mm_button ${gwt('button')}`}
        role="button"
        tabIndex={props.disabled ? -1 : 0}
        aria-disabled={props.disabled ?? false}
        aria-pressed={props.pressed}
        onMouseDown={() => {
          stage.current = 1
        }}
        onMouseUp={() => {
          stage.current = stage.current === 1 ? 2 : 0
        }}
        onClick={() => {
          const complete = stage.current === 2
          stage.current = 0
          if (complete && !props.disabled) props.onPress()
        }}
        onKeyDown={onKeyDown}
      >
        {props.icon}
        {props.label}
      </div>
    </div>
  )
}
