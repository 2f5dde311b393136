import { type FormEvent, type ReactNode, useState } from 'react'
import type { Place } from '../ticket-link.ts'
import type { Start } from './page-api.ts'
import { gwt } from './parts/gwt.ts'
import { SandboxBar } from './sandbox/sandbox-bar.tsx'

type Go = (place: Place) => void

/** Everything around a screen: the head with search and member, the navigation, and the sandbox's own bar. */
export function Frame(props: {
  start: Start
  place: Place | null
  onGo: Go
  onSignIn: (member: string) => void
  children: ReactNode
}) {
  const { start } = props
  const [wanted, setWanted] = useState('')
  const search = (event: FormEvent) => {
    event.preventDefault()
    const id = Number(wanted.replace('#', '').trim())
    if (!Number.isInteger(id) || id < 1) return
    setWanted('')
    props.onGo({ screen: 'ticket', id, kind: 'service' })
  }
  return (
    <div className={`cw_App ${gwt('app')}`}>
      <header className={`cw_Head ${gwt('head')}`}>
        <span className="cw_Brand">ConnectWise sandbox</span>
        <span className="cw_Company">{start.company}</span>
        <form className="cw_Search" onSubmit={search}>
          <input
            aria-label="Open ticket by number"
            placeholder="Ticket #"
            inputMode="numeric"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
          <button type="submit">Open</button>
        </form>
        <label className="cw_Member">
          <span>Signed in as</span>
          <select
            aria-label="Signed-in member"
            value={start.member.identifier}
            onChange={(event) => props.onSignIn(event.target.value)}
          >
            {start.members.map((member) => (
              <option key={member.identifier} value={member.identifier}>
                {member.name} ({member.identifier})
              </option>
            ))}
          </select>
        </label>
      </header>
      <SandboxBar quarantineSeconds={start.quarantineSeconds} />
      <div className={`cw_Body ${gwt('body')}`}>
        <nav className={`cw_Nav ${gwt('nav')}`} aria-label="Modules">
          <button
            type="button"
            aria-current={props.place?.screen === 'board' || props.place?.screen === 'ticket'}
            onClick={() => props.onGo({ screen: 'board' })}
          >
            <NavIcon path="M4 5h16v4H4zM4 11h16v8H4zM8 15h5" />
            Service
          </button>
        </nav>
        <main className={`cw_Main ${gwt('main')}`}>{props.children}</main>
      </div>
    </div>
  )
}

function NavIcon({ path }: { path: string }) {
  return (
    <svg aria-hidden="true" width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor">
      <path d={path} strokeWidth="1.6" />
    </svg>
  )
}
