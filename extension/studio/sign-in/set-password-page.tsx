import { type FormEvent, useCallback, useEffect, useId, useState } from 'react'
import type { PasswordLinkView } from '#shared/contracts/account.ts'
import { passwordLength, passwordProblem } from '#shared/policy/password-rule.ts'
import type { StudioHost } from '../studio-host.ts'
import { words } from '../words.ts'
import { isRecord, post, Refusal } from './call-api.ts'
import { Mark } from './mark.tsx'
import { PasswordField } from './password-field.tsx'

const { least, most } = passwordLength
const problems = { too_short: words.set.tooShort(least), too_long: words.set.tooLong(most) }

type State = 'reading' | 'choosing' | 'busy' | 'done' | 'gone' | 'unreachable'

/** Sets a member's password by the secret of their one-time link. */
export function SetPasswordPage({ host, link }: { host: StudioHost; link: string }) {
  const [whose, setWhose] = useState<PasswordLinkView | null>(null)
  const [state, setState] = useState<State>('reading')
  const [trouble, setTrouble] = useState<string | null>(null)
  const read = useCallback(() => {
    setState('reading')
    post(host, '/password-link', { link }).then(
      (reply) => {
        if (!isWhose(reply)) return setState('unreachable')
        setWhose(reply)
        setState('choosing')
      },
      (error) => setState(error instanceof Refusal ? 'gone' : 'unreachable'),
    )
  }, [host, link])
  useEffect(read, [read])

  const submit = (password: string) => {
    const problem = passwordProblem(password)
    if (problem !== null) return setTrouble(problems[problem])
    setTrouble(null)
    setState('busy')
    post(host, '/password', { link, password }).then(
      () => setState('done'),
      (error) => {
        const isGone = error instanceof Refusal && error.code === 'not_found'
        setState(isGone ? 'gone' : 'choosing')
        if (!isGone) setTrouble(words.failed)
      },
    )
  }
  return (
    <main>
      <Mark />
      <h1>{words.set.title}</h1>
      <p role="status" className="status">
        {state === 'reading' && words.set.reading}
        {state === 'busy' && words.set.busy}
        {state === 'done' && words.set.done}
        {state === 'gone' && words.set.gone}
        {state === 'unreachable' && words.unreachable}
      </p>
      {state === 'unreachable' && (
        <button type="button" onClick={read}>
          {words.again}
        </button>
      )}
      {whose !== null && (state === 'choosing' || state === 'busy') && (
        <NewPassword whose={whose} busy={state === 'busy'} trouble={trouble} onSubmit={submit} />
      )}
    </main>
  )
}

interface NewPasswordProps {
  whose: PasswordLinkView
  busy: boolean
  trouble: string | null
  onSubmit: (password: string) => void
}

function NewPassword({ whose, busy, trouble, onSubmit }: NewPasswordProps) {
  const id = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!busy) onSubmit(String(new FormData(event.currentTarget).get('password')))
  }
  return (
    <form onSubmit={submit} noValidate>
      <p>{words.set.hello(whose.name)}</p>
      <div className="field">
        <label htmlFor={`${id}-email`}>{words.email}</label>
        <input
          id={`${id}-email`}
          name="email"
          type="email"
          autoComplete="username"
          readOnly
          value={whose.email}
        />
      </div>
      <PasswordField
        label={words.set.newPassword}
        autoComplete="new-password"
        describedBy={`${id}-rule ${id}-trouble`}
        isWrong={trouble !== null}
      />
      <p id={`${id}-rule`} className="aside">
        {words.set.rule(least, most)}
      </p>
      <p role="alert" id={`${id}-trouble`} className="trouble">
        {trouble}
      </p>
      <button type="submit" className="lead" disabled={busy}>
        {words.set.save}
      </button>
    </form>
  )
}

function isWhose(value: unknown): value is PasswordLinkView {
  return isRecord(value) && typeof value.name === 'string' && typeof value.email === 'string'
}
