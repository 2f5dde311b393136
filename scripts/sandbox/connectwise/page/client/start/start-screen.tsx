import type { Place } from '../../ticket-link.ts'
import type { Start } from '../page-api.ts'

/** The page at `/`: choose who to be; there is no password in the sandbox. */
export function StartScreen(props: {
  start: Start
  onSignIn: (member: string) => Promise<void>
  onGo: (place: Place) => void
}) {
  const { start } = props
  return (
    <div className="sb-start">
      <h1>ConnectWise sandbox</h1>
      <p>
        A local stand-in for ConnectWise PSA with made-up companies and tickets. It speaks the same REST
        interface and the same hosted pod protocol. Choose a member to work as; there is no password.
      </p>
      <ul className="sb-members">
        {start.members.map((member) => (
          <li key={member.identifier}>
            <button
              type="button"
              aria-pressed={member.identifier === start.member.identifier}
              onClick={() => void props.onSignIn(member.identifier)}
            >
              <strong>{member.name}</strong>
              <span>{member.title || member.identifier}</span>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="cw_Button cw_Button-primary"
        onClick={() => props.onGo({ screen: 'board' })}
      >
        Open the service board as {start.member.name}
      </button>
    </div>
  )
}
