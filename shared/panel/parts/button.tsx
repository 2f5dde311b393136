import type { ComponentChildren } from 'preact'
import { drawKey } from './draw-key.ts'
import { Icon, type IconName } from './icon.tsx'

interface ButtonProps {
  children?: ComponentChildren
  onClick?: () => void
  /** `lead` is the one next thing of a screen; `bad` cannot be taken back. */
  look?: 'plain' | 'lead' | 'quiet' | 'bad'
  type?: 'button' | 'submit'
  icon?: IconName | undefined
  hint?: string | undefined
  disabled?: boolean
  pressed?: boolean
}

/** A button with words, and the key that does the same. */
export function Button(props: ButtonProps) {
  const { look = 'plain', type = 'button', hint, icon } = props
  return (
    <button
      type={type}
      class={`rf-button rf-${look}`}
      onClick={props.onClick}
      disabled={props.disabled}
      aria-pressed={props.pressed}
    >
      {icon && <Icon name={icon} />}
      <span>{props.children}</span>
      {hint && <KeyCap of={hint} />}
    </button>
  )
}

interface IconButtonProps {
  icon: IconName
  label: string
  hint?: string | undefined
  onClick: () => void
  class?: string
  disabled?: boolean | undefined
}

/** A button that shows an outline; its words are read out and shown on hover. */
export function IconButton(props: IconButtonProps) {
  const label = props.hint ? `${props.label} (${drawKey(props.hint)})` : props.label
  return (
    <button
      type="button"
      class={`rf-button rf-quiet rf-only ${props.class ?? ''}`}
      onClick={props.onClick}
      disabled={props.disabled}
      title={label}
      aria-label={props.label}
    >
      <Icon name={props.icon} />
    </button>
  )
}

/** A key cap; read out by nobody, since the control's title or the key help names it. */
export function KeyCap({ of }: { of: string }) {
  return (
    <span class="rf-key" aria-hidden="true">
      {drawKey(of)}
    </span>
  )
}
