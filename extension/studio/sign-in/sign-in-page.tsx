import { useCallback, useEffect, useState } from 'react'
import type { AuthorizationRequest } from '#shared/contracts/account.ts'
import type { SignedIn } from '#shared/contracts/member.ts'
import type { StudioHost } from '../studio-host.ts'
import { words } from '../words.ts'
import { type DemoMember, demoMembers } from './demo-members.ts'
import { type Entered, enterByPassword, enterDemo } from './enter.ts'
import { Mark } from './mark.tsx'
import { PasswordForm } from './password-form.tsx'
import { troubleOf } from './trouble.ts'

interface PageProps {
  host: StudioHost
  /** What an extension asks for; null where a panel opened the page. */
  request: AuthorizationRequest | null
  /** Gives the token to whoever opened the page; false where nobody did. */
  onSignedIn: (signedIn: SignedIn) => boolean
  /** Takes the browser to the extension that asked. */
  onRedirect: (to: string) => void
}

type State = 'choosing' | 'busy' | 'failed' | 'done' | 'going on' | 'alone'

/** How to sign in: in the demo by one click, with e-mail and password, or through ConnectWise. */
export function SignInPage({ host, request, onSignedIn, onRedirect }: PageProps) {
  const [members, setMembers] = useState<DemoMember[] | null>(host.demo ? null : [])
  const [unreachable, setUnreachable] = useState(false)
  const [state, setState] = useState<State>('choosing')
  const [trouble, setTrouble] = useState<string | null>(null)
  const read = useCallback(() => {
    setUnreachable(false)
    demoMembers(host).then(setMembers, () => setUnreachable(true))
  }, [host])
  useEffect(read, [read])

  const finish = (entered: Entered) => {
    if (!('redirectTo' in entered)) return setState(onSignedIn(entered) ? 'done' : 'alone')
    setState('going on')
    onRedirect(entered.redirectTo)
  }
  const choose = (member: string) => {
    setState('busy')
    enterDemo(host, member, request).then(finish, () => setState('failed'))
  }
  const submit = (given: { email: string; password: string }) => {
    setState('busy')
    setTrouble(null)
    enterByPassword(host, given, request).then(finish, (error) => {
      setState('choosing')
      setTrouble(troubleOf(error))
    })
  }
  const isOpen = state === 'choosing' || state === 'busy' || state === 'failed'
  return (
    <main>
      <Mark />
      <h1>{request === null ? words.title : words.titleForExtension}</h1>
      {host.demo && isOpen && <Demo members={members} busy={state === 'busy'} onChoose={choose} />}
      <p role="status" className="status">
        {state === 'busy' && words.busy}
        {state === 'done' && words.done}
        {state === 'going on' && words.goingOn}
        {state === 'alone' && words.alone}
        {state === 'failed' && words.failed}
        {unreachable && words.unreachable}
      </p>
      {unreachable && (
        <button type="button" onClick={read}>
          {words.again}
        </button>
      )}
      {isOpen && <PasswordForm busy={state === 'busy'} trouble={trouble} onSubmit={submit} />}
      {state !== 'done' && request === null && <ThroughConnectWise />}
    </main>
  )
}

function Demo(props: { members: DemoMember[] | null; busy: boolean; onChoose: (member: string) => void }) {
  const { members, busy, onChoose } = props
  if (members === null) return null
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">{members.length > 0 ? words.demo : words.demoNone}</h2>
      <ul className="members">
        {members.map((member) => (
          <li key={member.id}>
            <button type="button" disabled={busy} onClick={() => onChoose(member.id)}>
              <b>{member.name}</b> <span>{words.roles[member.role]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ThroughConnectWise() {
  return (
    <section>
      <h2>{words.pod}</h2>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
