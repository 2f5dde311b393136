import { useEffect, useState } from 'react'

const patience = 400

/** The message area under the toolbar: what stopped a save, and which pods a save still waits for. */
export function Messages(props: { messages: string[]; waiting: string[]; onGiveUp: () => void }) {
  const [late, setLate] = useState(false)
  const waits = props.waiting.length > 0
  useEffect(() => {
    if (!waits) return setLate(false)
    // Pods mostly answer within a frame or two; the screen must not jump for that.
    const timer = setTimeout(() => setLate(true), patience)
    return () => clearTimeout(timer)
  }, [waits])
  const shown = waits && late
  return (
    <div className={props.messages.length > 0 || shown ? 'cw_Messages' : 'cw_Messages-none'} role="alert">
      {props.messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
      {shown && (
        <p>
          Waiting for {props.waiting.join(', ')} to allow the save.{' '}
          <button type="button" className="cw_LinkButton" onClick={props.onGiveUp}>
            Cancel the save
          </button>
        </p>
      )}
    </div>
  )
}
