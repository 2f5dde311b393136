import { useCallback, useEffect, useState } from 'react'
import type { SignedIn } from '#shared/contracts/member.ts'
import type { StudioHost } from '../studio-host.ts'
import { words } from '../words.ts'
import { type DemoMember, demoMembers, signInToDemo } from './demo-members.ts'
import { Mark } from './mark.tsx'

interface PageProps {
  host: StudioHost
  /** Gives the token to whoever opened the page; false where nobody did. */
  onSignedIn: (signedIn: SignedIn) => boolean
}

type State = 'choosing' | 'busy' | 'failed' | 'done' | 'alone'

/** How to sign in: through ConnectWise; in the demo by one click. */
export function SignInPage({ host, onSignedIn }: PageProps) {
  const [members, setMembers] = useState<DemoMember[] | null>(host.demo ? null : [])
  const [unreachable, setUnreachable] = useState(false)
  const [state, setState] = useState<State>('choosing')
  const read = useCallback(() => {
    setUnreachable(false)
    demoMembers(host).then(setMembers, () => setUnreachable(true))
  }, [host])
  useEffect(read, [read])

  const choose = (member: string) => {
    setState('busy')
    signInToDemo(host, member).then(
      (signedIn) => setState(onSignedIn(signedIn) ? 'done' : 'alone'),
      () => setState('failed'),
    )
  }
  return (
    <main>
      <Mark />
      <h1>{words.title}</h1>
      {host.demo && state !== 'done' && state !== 'alone' && (
        <Demo members={members} busy={state === 'busy'} onChoose={choose} />
      )}
      <p role="status" className="status">
        {state === 'busy' && words.busy}
        {state === 'done' && words.done}
        {state === 'alone' && words.alone}
        {state === 'failed' && words.failed}
        {unreachable && words.unreachable}
      </p>
      {unreachable && (
        <button type="button" onClick={read}>
          {words.again}
        </button>
      )}
      {state !== 'done' && <ThroughConnectWise />}
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
