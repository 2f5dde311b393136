import { type FormEvent, useId } from 'react'
import { words } from '../words.ts'
import { PasswordField } from './password-field.tsx'

interface FormProps {
  busy: boolean
  /** What went wrong with the last try; null before the first. */
  trouble: string | null
  onSubmit: (given: { email: string; password: string }) => void
}

/** Sign-in with e-mail and password, in fields that a password manager fills. */
export function PasswordForm({ busy, trouble, onSubmit }: FormProps) {
  const id = useId()
  const isWrong = trouble === words.wrongPair
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    if (!busy) onSubmit({ email: String(given.get('email')), password: String(given.get('password')) })
  }
  return (
    <form onSubmit={submit} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.account}</h2>
      <div className="field">
        <label htmlFor={`${id}-email`}>{words.email}</label>
        <input
          id={`${id}-email`}
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          aria-invalid={isWrong || undefined}
        />
      </div>
      <PasswordField
        label={words.password}
        autoComplete="current-password"
        describedBy={`${id}-trouble`}
        isWrong={isWrong}
      />
      <p role="alert" id={`${id}-trouble`} className="trouble">
        {trouble}
      </p>
      <button type="submit" className="lead" disabled={busy}>
        {words.signIn}
      </button>
      <p className="aside">{words.forgotten}</p>
    </form>
  )
}
