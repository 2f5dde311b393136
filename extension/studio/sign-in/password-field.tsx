import { useId, useState } from 'react'
import { words } from '../words.ts'

interface FieldProps {
  label: string
  /** What a password manager takes it for. */
  autoComplete: 'current-password' | 'new-password'
  /** The ids of what else is said about it. */
  describedBy?: string
  isWrong: boolean
}

/** A password, which whoever types it may look at. */
export function PasswordField({ label, autoComplete, describedBy, isWrong }: FieldProps) {
  const id = useId()
  const [isShown, setShown] = useState(false)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name="password"
        type={isShown ? 'text' : 'password'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        aria-invalid={isWrong || undefined}
        aria-describedby={describedBy}
      />
      <label className="check">
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
        {words.show}
      </label>
    </div>
  )
}
